package dev.canvelete.cli.render;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.canvelete.api.design.Design;
import dev.canvelete.api.design.SampleDesigns;
import dev.canvelete.api.engine.RenderEngine;
import dev.canvelete.api.engine.RenderException;
import dev.canvelete.api.engine.RenderOptions;
import dev.canvelete.api.engine.RenderRecord;
import dev.canvelete.api.engine.Rendering;
import dev.canvelete.api.json.Json;
import dev.canvelete.cli.console.CommandFailure;
import dev.canvelete.cli.console.Console;
import dev.canvelete.cli.console.ExitCode;
import dev.canvelete.cli.console.Interrupts;
import dev.canvelete.cli.data.DataFormat;
import dev.canvelete.cli.engine.EngineOptions;
import dev.canvelete.cli.input.Input;
import dev.canvelete.cli.output.OutputFile;
import dev.canvelete.cli.rows.RowJob;
import dev.canvelete.cli.rows.RowOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Draws files offline: one, or one for each row of data. */
@Command(
        name = "render",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Draws files from a design and data, offline.",
            "",
            "-o FILE.png draws one file; -o DIR draws one for each row of --data, which is read as it goes, so that"
                    + " it may have millions."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  canvelete render certificate_template -o certificate.pdf",
            "  canvelete render card.json --data alice.json -o alice.png --scale 2",
            "  canvelete render card.json --data people.csv -o cards --name '{{team}}/{{name}}'",
            "  canvelete render card.json --data people.csv -o cards --resume --zip cards.zip",
            "  cat alice.json | canvelete render card.json --data - -o - --format jpg > alice.jpg",
            "",
            "CSV names its columns in the first line; an empty field is null, which hides an element of that name.",
            "Files appear whole or not at all; Ctrl-C leaves no part of one, and --resume goes on. manifest.csv in DIR",
            "lists every row and what became of it. Images that the design names as files are looked for beside it.",
            "Exit codes: 0 all written, 1 some or all not (stderr says why), 2 wrong usage, 130 ended by Ctrl-C."
        })
public final class RenderCommand implements Callable<Integer> {
    private final Console console;
    private final Interrupts interrupts;
    private final Input input;

    @Parameters(
            paramLabel = "DESIGN",
            description = "a design's file, - for stdin, or a sample: certificate_template, badge_template,"
                    + " product_card")
    private String design = "";

    @Option(
            names = {"-d", "--data"},
            paramLabel = "FILE",
            description = "the values of the design's placeholders, - for stdin: a JSON object for one file; CSV, a"
                    + " JSON array or JSON lines for many. A sample brings its own for one")
    private @Nullable String data;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE|DIR",
            description = "the file to write, - for stdout; its ending names the format: png, jpg, webp, pdf, svg."
                    + " Or the folder for the files of many rows")
    private @Nullable String output;

    @Mixin
    private RenderSettings settings = new RenderSettings();

    @Mixin
    private EngineOptions engines = new EngineOptions();

    @ArgGroup(exclusive = false, validate = false, heading = "%nFor many rows:%n")
    private RowOptions rows = new RowOptions();

    /** The command with its surroundings. */
    public RenderCommand(Console console, Interrupts interrupts) {
        this.console = console;
        this.interrupts = interrupts;
        this.input = new Input(console);
    }

    @Override
    public Integer call() throws Exception {
        if (design.equals(Input.STANDARD) && Input.STANDARD.equals(data)) {
            throw settings.wrong("only one of design and data can be read from the standard input");
        }
        if (output != null && rows.zip() == null && settings.namesFile(output, data != null)) {
            return drawOne(output);
        }
        if (output == null && rows.zip() == null) {
            throw settings.wrong("--output is missing; -o out.png for one file or -o DIR for many is right");
        }
        return drawRows(output == null ? null : Path.of(output));
    }

    private int drawOne(String target) {
        RenderOptions options = settings.options(settings.format(target));
        Design drawn = input.design(design);
        Rendering rendering;
        try (RenderEngine engine = engines.create(input.folder(design))) {
            rendering = engine.render(drawn, options, RenderRecord.of(record(), null));
        } catch (RenderException e) {
            throw Drawing.failure(e);
        }
        rendering.warnings().forEach(w -> console.warn((w.element() == null ? "" : w.element() + ": ") + w.message()));
        if (target.equals(Input.STANDARD)) {
            console.out().writeBytes(rendering.bytes());
            console.out().flush();
        } else {
            OutputFile.write(Path.of(target), rendering.bytes());
        }
        return ExitCode.DONE;
    }

    private ObjectNode record() {
        if (data != null && DataFormat.namesRows(data)) {
            throw settings.wrong("--data " + data + " has rows, which -o DIR makes a file of each; for one file, a JSON"
                    + " object is right");
        }
        if (data != null) {
            return input.object(data);
        }
        return Input.isSample(design) ? SampleDesigns.data(design) : Json.object();
    }

    private int drawRows(@Nullable Path folder) throws Exception {
        if (data == null) {
            throw settings.wrong(
                    "--data is missing, whose rows the files are made of; for one file," + " -o out.png is right");
        }
        if (folder != null && Files.isRegularFile(folder)) {
            throw new CommandFailure("--output " + folder + " is a file, where a folder is needed");
        }
        RenderOptions options = settings.options(settings.formatOfRows());
        Design drawn = input.design(design);
        try (RenderEngine engine = engines.create(input.folder(design))) {
            Drawing drawing = Drawing.prepare(engine, drawn, options);
            return new RowJob(console, InstantSource.system(), interrupts, rows)
                    .run(data, folder, options.format(), drawn.source() + options.toString(), drawing::tasks);
        }
    }
}
