package dev.canvelete.cli.designs;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.canvelete.cli.console.Console;
import dev.canvelete.cli.output.OutputFile;
import dev.canvelete.cli.server.ServerConnection;
import dev.canvelete.client.CanveleteClient;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Fetches a design from a server. */
@Command(
        name = "pull",
        mixinStandardHelpOptions = true,
        description = "Fetches a design from a server.",
        footerHeading = "%n",
        footer = "Exit codes: 0 done, 1 failed, 2 wrong usage.")
final class PullCommand implements Runnable {
    private final Console console;

    @Mixin
    private ServerConnection connection = new ServerConnection();

    @Parameters(paramLabel = "ID", description = "the design's id")
    private String id = "";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "where it is written; stdout unless said")
    private @Nullable Path output;

    PullCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        try (CanveleteClient client = connection.client(console)) {
            String text = client.designs().get(id).source().toPrettyString();
            if (output == null) {
                console.say(text);
            } else {
                OutputFile.write(output, (text + "\n").getBytes(UTF_8));
            }
        }
    }
}
