package dev.canvelete.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.canvelete.api.design.SampleDesigns;
import org.junit.jupiter.api.Test;

class FirstContentsTest {
    @Test
    void whatATestStoresAtOnceStandsInPlaceOfTheSampleOfItsId() {
        ObjectNode mine =
                SampleDesigns.get("badge_template").source().deepCopy().put("name", "Mine");

        try (MockServer server = MockServer.start(ServerOptions.standard().withEngine("placeholder"))) {
            server.control().worlds().addDesign(null, mine);

            assertThat(Api.enterprise(server)
                            .get("/v1/designs/badge_template")
                            .data()
                            .path("name")
                            .asText())
                    .isEqualTo("Mine");
        }
    }
}
