package dev.canvelete.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanveleteClientTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "localhost:8080", "ftp://host", "http://", "http://host?x=1", "http://user:pw@host"})
    void refusesAddressesOfNoService(String baseUrl) {
        assertThatThrownBy(() ->
                        CanveleteClient.builder().apiKey("k").baseUrl(baseUrl).build())
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void neverShowsTheKey() {
        assertThatThrownBy(() -> CanveleteClient.builder()
                        .apiKey("cvt_secret\n")
                        .baseUrl("http://localhost")
                        .build())
                .hasMessageStartingWith("apiKey")
                .hasMessageNotContaining("secret");
        try (CanveleteClient client = CanveleteClient.builder()
                .apiKey("cvt_secret")
                .baseUrl("http://localhost/")
                .build()) {
            assertThat(client).hasToString("CanveleteClient of http://localhost");
        }
    }
}
