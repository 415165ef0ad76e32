package dev.canvelete.cli.designs;

import dev.canvelete.api.json.Json;
import dev.canvelete.cli.console.Console;
import dev.canvelete.cli.server.ServerConnection;
import dev.canvelete.client.CanveleteClient;
import dev.canvelete.client.DesignSummary;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists a server's designs. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Lists the designs of a server.",
        footerHeading = "%n",
        footer = "Exit codes: 0 done, 1 failed, 2 wrong usage.")
final class ListCommand implements Runnable {
    private final Console console;

    @Mixin
    private ServerConnection connection = new ServerConnection();

    @Option(names = "--search", paramLabel = "TEXT", description = "part of a name")
    private @Nullable String search;

    @Option(names = "--json", description = "write them as JSON")
    private boolean json;

    ListCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        try (CanveleteClient client = connection.client(console)) {
            List<DesignSummary> designs = search == null
                    ? client.designs().all().toList()
                    : client.designs().list(1, 100, search).entries();
            if (json) {
                console.say(Json.tree(designs).toString());
            } else {
                designs.forEach(this::line);
            }
        }
    }

    private void line(DesignSummary design) {
        console.say(String.format(
                Locale.ROOT,
                "%-28s %5s x %-5s %-9s %s",
                design.id(),
                design.width(),
                design.height(),
                design.isTemplate() ? "template" : "design",
                Objects.requireNonNullElse(design.name(), "")));
    }
}
