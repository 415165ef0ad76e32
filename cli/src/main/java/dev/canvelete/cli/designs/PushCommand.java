package dev.canvelete.cli.designs;

import dev.canvelete.api.design.Design;
import dev.canvelete.cli.console.Console;
import dev.canvelete.cli.input.Input;
import dev.canvelete.cli.server.ServerConnection;
import dev.canvelete.client.CanveleteClient;
import dev.canvelete.client.DesignService;
import dev.canvelete.client.error.NotFoundException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Sends designs to a server. */
@Command(
        name = "push",
        mixinStandardHelpOptions = true,
        description =
                "Sends designs to a server: one whose id is there is replaced, any other is new. Prints their ids.",
        footerHeading = "%n",
        footer = "Exit codes: 0 done, 1 failed, 2 wrong usage.")
final class PushCommand implements Runnable {
    private final Console console;
    private final Input input;

    @Mixin
    private ServerConnection connection = new ServerConnection();

    @Parameters(paramLabel = "DESIGN", arity = "1..*", description = "designs' files, or - for stdin")
    private List<String> designs = List.of();

    PushCommand(Console console) {
        this.console = console;
        this.input = new Input(console);
    }

    @Override
    public void run() {
        List<Design> read = designs.stream().map(input::design).toList();
        try (CanveleteClient client = connection.client(console)) {
            read.forEach(design ->
                    console.say(String.valueOf(push(client.designs(), design).id())));
        }
    }

    private static Design push(DesignService service, Design design) {
        String id = design.id();
        if (id == null) {
            return service.create(design);
        }
        try {
            return service.replace(id, design);
        } catch (NotFoundException e) {
            return service.create(design);
        }
    }
}
