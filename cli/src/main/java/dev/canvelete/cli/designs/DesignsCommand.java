package dev.canvelete.cli.designs;

import dev.canvelete.cli.console.Console;
import dev.canvelete.cli.validate.ValidateCommand;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Designs of a server. */
@Command(
        name = "designs",
        mixinStandardHelpOptions = true,
        description = "Lists, sends, fetches and checks designs.",
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%n",
        footer = "Exit codes: 0 done, 1 failed, 2 wrong usage.")
public final class DesignsCommand implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    private DesignsCommand() {}

    /** The command with its subcommands. */
    public static CommandLine create(Console console) {
        return new CommandLine(new DesignsCommand())
                .addSubcommand(new ListCommand(console))
                .addSubcommand(new PushCommand(console))
                .addSubcommand(new PullCommand(console))
                .addSubcommand(new ValidateCommand(console));
    }

    @Override
    public void run() {
        if (spec != null) {
            spec.commandLine().usage(spec.commandLine().getOut());
        }
    }
}
