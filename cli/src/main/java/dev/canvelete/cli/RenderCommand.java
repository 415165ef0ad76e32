package dev.canvelete.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.canvelete.api.design.Design;
import dev.canvelete.api.design.SampleDesigns;
import dev.canvelete.api.engine.EngineSettings;
import dev.canvelete.api.engine.RenderEngine;
import dev.canvelete.api.engine.RenderException;
import dev.canvelete.api.engine.RenderOptions;
import dev.canvelete.api.engine.RenderRecord;
import dev.canvelete.api.engine.Rendering;
import dev.canvelete.api.error.Fault;
import dev.canvelete.api.json.Json;
import dev.canvelete.api.render.OutputFormat;
import dev.canvelete.cli.console.CommandFailure;
import dev.canvelete.cli.console.Console;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Draws one file offline. */
@Command(
        name = "render",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Draws one file from a design and its data, offline.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  canvelete render certificate_template -o certificate.pdf",
            "  canvelete render card.json --data alice.json -o alice.png --scale 2",
            "  cat alice.json | canvelete render card.json --data - -o - --format jpg > alice.jpg",
            "",
            "Images that the design names as files are looked for beside the design.",
            "Exit codes: 0 written, 1 not written (stderr says why), 2 wrong usage."
        })
final class RenderCommand implements Callable<Integer> {
    private final Console console;
    private final Input input;

    @Parameters(
            paramLabel = "DESIGN",
            description = "a design's file, - for stdin, or a sample: certificate_template, badge_template,"
                    + " product_card")
    private String design = "";

    @Option(
            names = {"-d", "--data"},
            paramLabel = "FILE",
            description = "a JSON object with the values of the design's placeholders, - for stdin; a sample brings"
                    + " its own")
    private @Nullable String data;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            required = true,
            description = "the file to write, - for stdout; its ending names the format: png, jpg, webp, pdf, svg")
    private String output = "";

    @Mixin
    private RenderSettings settings = new RenderSettings();

    @Option(
            names = "--engine",
            paramLabel = "NAME",
            defaultValue = "local",
            description = "what draws: local, placeholder")
    private String engine = "local";

    RenderCommand(Console console) {
        this.console = console;
        this.input = new Input(console);
    }

    @Override
    public Integer call() {
        if (design.equals(Input.STANDARD) && Input.STANDARD.equals(data)) {
            throw new CommandFailure("only one of design and data can be read from the standard input");
        }
        OutputFormat format = settings.format(output);
        RenderOptions options = settings.options(format);
        Rendering rendering = render(input.design(design), options, record());
        rendering.warnings().forEach(w -> console.warn((w.element() == null ? "" : w.element() + ": ") + w.message()));
        if (output.equals(Input.STANDARD)) {
            console.out().writeBytes(rendering.bytes());
            console.out().flush();
        } else {
            OutputFile.write(Path.of(output), rendering.bytes());
        }
        return ExitCode.DONE;
    }

    private ObjectNode record() {
        if (data != null) {
            return input.object(data);
        }
        return Input.isSample(design) ? SampleDesigns.data(design) : Json.object();
    }

    private Rendering render(Design drawn, RenderOptions options, ObjectNode values) {
        try (RenderEngine drawing =
                Engines.create(engine, EngineSettings.standard().withAssetFolder(assets()))) {
            return drawing.prepare(drawn, options).render(RenderRecord.of(values, null));
        } catch (RenderException e) {
            throw new CommandFailure(
                    e.code() + ": " + e.faults().stream().map(Fault::toString).collect(Collectors.joining("\n  ")), e);
        }
    }

    private Path assets() {
        Path folder = design.equals(Input.STANDARD) || Input.isSample(design)
                ? null
                : Path.of(design).toAbsolutePath().getParent();
        return folder == null ? Path.of("").toAbsolutePath() : folder;
    }
}
