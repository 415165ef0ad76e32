package dev.canvelete.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.canvelete.server.db.DatabaseUrl;
import org.junit.jupiter.api.Test;

class DatabaseUrlTest {
    @Test
    void itsTextHasNoCredentials() {
        assertThat(DatabaseUrl.of("jdbc:postgresql://db.example:5433/name?user=u&sslmode=require&password=secret"))
                .hasToString("jdbc:postgresql://db.example:5433/name");
    }

    @Test
    void refusesOtherDatabasesWithoutRepeatingWhatWasGiven() {
        assertThatThrownBy(() -> DatabaseUrl.of("jdbc:mysql://db.example/name?password=secret"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("jdbc:postgresql://HOST/NAME")
                .hasMessageNotContaining("secret");
    }

    @Test
    void aDatabaseThatCannotBeReachedIsNamedWithoutCredentials() {
        ServerOptions options = ServerOptions.standard()
                .withEngine("scripted")
                .withDatabase(DatabaseUrl.of("jdbc:postgresql://127.0.0.1:1/name?user=u&password=secret"));
        assertThatThrownBy(() -> MockServer.start(options))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("jdbc:postgresql://127.0.0.1:1/name cannot be used")
                .hasMessageNotContaining("secret");
    }
}
