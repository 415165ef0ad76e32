package dev.canvelete.cli.webhooks;

import dev.canvelete.cli.console.Console;
import dev.canvelete.cli.console.Lifetime;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Webhooks, as their receiver sees them. */
@Command(
        name = "webhooks",
        mixinStandardHelpOptions = true,
        description = "Receives webhooks, shows and forwards them, and delivers them again.",
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%n",
        footer = "Exit codes: 0 done, 1 failed, 2 wrong usage.")
public final class WebhooksCommand implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    private WebhooksCommand() {}

    /** The command with its subcommands. */
    public static CommandLine create(Console console, Lifetime lifetime) {
        return new CommandLine(new WebhooksCommand())
                .addSubcommand(new ListenCommand(console, lifetime))
                .addSubcommand(new ReplayCommand(console));
    }

    @Override
    public void run() {
        if (spec != null) {
            spec.commandLine().usage(spec.commandLine().getOut());
        }
    }
}
