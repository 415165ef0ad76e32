package dev.canvelete.cli.watch;

import dev.canvelete.api.engine.RenderEngine;
import dev.canvelete.cli.console.CommandFailure;
import dev.canvelete.cli.console.Console;
import dev.canvelete.cli.console.ExitCode;
import dev.canvelete.cli.console.Lifetime;
import dev.canvelete.cli.engine.EngineOptions;
import dev.canvelete.cli.input.Input;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows a design in the browser, drawn anew whenever it changes. */
@Command(
        name = "watch",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Shows a design in the browser, drawn anew whenever its file or its data changes, until Ctrl-C.",
        footerHeading = "%nExample:%n",
        footer = {
            "  canvelete watch card.json --data alice.json",
            "",
            "Exit codes: 143 ended by SIGTERM, 130 by Ctrl-C; 1 could not start; 2 wrong usage."
        })
public final class WatchCommand implements Callable<Integer> {
    private final Console console;
    private final Lifetime lifetime;

    @Parameters(paramLabel = "DESIGN", description = "a design's file")
    private Path design = Path.of("");

    @Option(
            names = {"-d", "--data"},
            paramLabel = "FILE",
            description = "a JSON object with the values of its placeholders")
    private @Nullable Path data;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8090",
            description = "0 for a free one; 8090 unless said")
    private int port = 8090;

    @Mixin
    private EngineOptions engines = new EngineOptions();

    /** The command with its surroundings. */
    public WatchCommand(Console console, Lifetime lifetime) {
        this.console = console;
        this.lifetime = lifetime;
    }

    @Override
    public Integer call() throws Exception {
        List<Path> files = new ArrayList<>(List.of(design));
        if (data != null) {
            files.add(data);
        }
        for (Path file : files) {
            if (!Files.isRegularFile(file)) {
                throw new CommandFailure(file + " is no file");
            }
        }
        Input input = new Input(console);
        try (RenderEngine engine = engines.create(input.folder(design.toString()))) {
            Preview preview = new Preview(engine, input, design.toString(), data == null ? null : data.toString());
            PreviewServer server = start(preview);
            Watching watching = Watching.start(files, () -> {
                preview.draw();
                console.say(
                        preview.problem() == null
                                ? console.paint().good("drawn") + "  in " + preview.millis() + " ms"
                                : console.paint().bad("not drawn") + "  " + preview.problem());
                server.tell();
            });
            console.say("Watching " + design + " at "
                    + console.paint().strong(server.uri().toString()) + "; Ctrl-C ends it");
            lifetime.run(() -> {
                watching.close();
                server.close();
            });
        }
        return ExitCode.DONE;
    }

    private PreviewServer start(Preview preview) {
        try {
            return PreviewServer.start(preview, port);
        } catch (IOException | IllegalArgumentException e) {
            throw new CommandFailure("port " + port + " cannot be had; choose another with --port", e);
        }
    }
}
