package dev.canvelete.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.canvelete.api.design.SampleDesigns;
import dev.canvelete.api.json.Json;
import dev.canvelete.cli.console.ExitCode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that only tell something: validate, fonts, doctor, completion. */
class ExplainingCommandsTest {
    private static final String STRANGE = """
            {"width":400,"height":300,"canvasData":{"elements":[
             {"type":"text","x":10,"y":10,"width":200,"text":"Hi {{name}} {{user.city}}","fontsize":30,
              "fontFamily":"Wonderland"},
             {"type":"rectangle","id":"gone","x":900,"y":10,"width":50,"height":50},
             {"type":"rectangle","id":"turned","x":405,"y":100,"width":200,"height":10,"rotation":90},
             {"type":"text","name":"headline","isDynamic":true,"x":10,"y":80,"width":20,"height":40,"text":"x"}]}}""";

    @TempDir
    Path folder = Path.of("");

    private String file(String content) throws IOException {
        return Files.writeString(folder.resolve("design.json"), content).toString();
    }

    @Test
    void explainsADesign() throws Exception {
        Run run = Run.of("validate", file(STRANGE));

        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains(
                        "canvasData.elements[0].fontsize: an element text has no such field; fontSize was meant",
                        "gone lies wholly outside the canvas",
                        "turned lies wholly outside the canvas",
                        "missing font  canvasData.elements[0]",
                        "data  name, user.city, headline",
                        "can be drawn");
    }

    @Test
    void explainsADesignAsJson() throws Exception {
        JsonNode report = Json.mapper()
                .readTree(Run.of("validate", file(STRANGE), "--json").out());

        assertThat(report.path("valid").asBoolean()).isTrue();
        assertThat(report.path("findings").findValuesAsText("kind"))
                .containsExactly("unknown_field", "off_canvas", "off_canvas", "missing_font");
        assertThat(report.path("data")).hasSize(3);
    }

    @Test
    void findsNothingStrangeInTheSamples() throws Exception {
        for (String sample : SampleDesigns.names()) {
            JsonNode report =
                    Json.mapper().readTree(Run.of("validate", sample, "--json").out());
            assertThat(report.path("findings").findValuesAsText("kind")).isSubsetOf("warning");
        }
    }

    @Test
    void saysWhyADesignCannotBeDrawn() {
        Run run = Run.withInput("{\"canvasData\":{\"elements\":[{\"type\":\"hologram\"}]}}", "validate", "-");

        assertThat(run.code()).isEqualTo(ExitCode.FAILED);
        assertThat(run.out())
                .contains("standard input:1: canvasData.elements[0].type: unknown element type", "cannot be drawn");
    }

    @Test
    void listsTheFonts() throws Exception {
        assertThat(Run.of("fonts").out().lines()).contains("Inter", "Great Vibes", "DejaVu Sans Mono");
        assertThat(Json.mapper().readTree(Run.of("fonts", "--json").out())).hasSizeGreaterThan(20);
    }

    @Test
    void findsEverythingWellOrSaysWhatIsNot() throws Exception {
        Run well = Run.of("doctor", "--port", "0", "--data", folder.toString());
        assertThat(well.out()).contains("ok     engine           local draws");
        assertThat(well.code()).isZero();

        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Run ill = Run.of("doctor", "--json", "--port", Integer.toString(taken.getLocalPort()));
            assertThat(ill.code()).isEqualTo(ExitCode.FAILED);
            assertThat(Json.mapper().readTree(ill.out()).path("port").path("ok").asBoolean(true))
                    .isFalse();
        }
    }

    @Test
    void writesAScriptThatCompletesCommandLines() {
        assertThat(Run.of("completion").out()).contains("#!/usr/bin/env bash", "webhooks", "--fail-fast");
    }
}
