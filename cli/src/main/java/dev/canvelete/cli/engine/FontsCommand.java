package dev.canvelete.cli.engine;

import dev.canvelete.api.engine.RenderEngine;
import dev.canvelete.api.json.Json;
import dev.canvelete.cli.console.Console;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists the font families that designs may name. */
@Command(
        name = "fonts",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Lists the font families that designs may name: those that are built in, and those of --fonts.",
        footerHeading = "%n",
        footer = "Exit codes: 0 done, 1 failed, 2 wrong usage.")
public final class FontsCommand implements Runnable {
    private final Console console;

    @Option(names = "--json", description = "write them as JSON")
    private boolean json;

    @Mixin
    private EngineOptions engines = new EngineOptions();

    /** The command with its console. */
    public FontsCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        try (RenderEngine engine = engines.create(Path.of(""))) {
            List<String> families = engine.fontFamilies().stream()
                    .sorted(String.CASE_INSENSITIVE_ORDER)
                    .toList();
            if (json) {
                console.say(Json.tree(families).toString());
            } else {
                families.forEach(console::say);
            }
        }
    }
}
