package dev.canvelete.api.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.canvelete.api.json.Json;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DesignFileTest {
    @Test
    void keepsEveryFieldItDoesNotKnow() throws Exception {
        String text = """
                {"id":"d","width":100,"height":50,"mood":{"a":1.50},
                 "canvasData":{"elements":[{"type":"text","text":"x","glow":true}],"grid":8}}""";

        Design design = DesignFile.read(text, "d.json");

        assertThat(Json.mapper().readTree(Json.mapper().writeValueAsString(design)))
                .isEqualTo(Json.mapper().readTree(text));
        assertThat(Json.mapper().writeValueAsString(design)).contains("1.50");
    }

    @Test
    void defaultsToTheEditorsCanvas() {
        Design design = DesignFile.read("{}", "d.json");

        assertThat(design.width()).isEqualTo(1920);
        assertThat(design.height()).isEqualTo(1080);
        assertThat(design.canvasData().elements()).isEmpty();
    }

    @Test
    void namesFileLineAndFieldOfEveryFault() {
        String text = """
                {
                  "canvasData": {"elements": [
                    {"type": "text", "fontSize": "big"},
                    {"type": "blob", "id": "b"},
                    {"type": "text", "fontSize": "{{size}}", "textAlign": "centre"}
                  ]}
                }""";

        assertThatThrownBy(() -> DesignFile.read(text, "card.json"))
                .isInstanceOf(DesignException.class)
                .hasMessageContaining("card.json:3: canvasData.elements[0].fontSize: a number")
                .hasMessageContaining("card.json:4: canvasData.elements[1].type: unknown element type \"blob\"")
                .hasMessageContaining("card.json:5: canvasData.elements[2].textAlign: one of left, center");
    }

    @Test
    void namesTheLineOfBrokenJson() {
        assertThatThrownBy(() -> DesignFile.read("{\n\"width\": 1,\n}", "x.json"))
                .isInstanceOf(DesignException.class)
                .hasMessageStartingWith("x.json:3: no JSON");
    }

    @Test
    void refusesACanvasOverTheLimitAndElementsThatAreNoList() {
        assertThatThrownBy(() -> DesignFile.read("{\"width\": 10001, \"canvasData\": {\"elements\": {}}}", "x.json"))
                .hasMessageContaining("x.json:1: width: a number from 1 to 10000")
                .hasMessageContaining("canvasData.elements: a list");
    }

    @Test
    void refusesDeepNestingAndEndlessLists() {
        assertThatThrownBy(() -> DesignFile.read("[".repeat(100_000), "x.json"))
                .isInstanceOf(DesignException.class)
                .hasMessageContaining("nesting depth");
        String points = IntStream.range(0, 10_001).mapToObj(i -> "{}").collect(Collectors.joining(","));
        assertThatThrownBy(() -> DesignFile.read(
                        "{\"canvasData\":{\"elements\":[{\"type\":\"line\",\"linePoints\":[" + points + "]}]}}",
                        "x.json"))
                .hasMessageContaining("linePoints: a list of at most 10000");
    }

    @Test
    void readsNumbersAsCssWrites() {
        TextElement text = (TextElement) Element.read(
                Json.object()
                        .put("type", "text")
                        .put("fontSize", "48px")
                        .put("fontWeight", "bold")
                        .put("opacity", "50%")
                        .put("width", "1e2")
                        .put("textAlign", "CENTER"),
                "e");

        assertThat(text.font()).isEqualTo(new FontSpec("Inter", 48, 700, false));
        assertThat(text.box().opacity()).isEqualTo(0.5);
        assertThat(text.box().width()).isEqualTo(100);
        assertThat(text.align()).isEqualTo(TextAlign.CENTER);
    }
}
