package dev.canvelete.cli;

import dev.canvelete.cli.console.Console;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Writes the script by which bash and zsh complete command lines. */
@Command(
        name = "completion",
        mixinStandardHelpOptions = true,
        description = "Writes a script by which bash and zsh complete command lines.",
        footerHeading = "%nUse it so:%n",
        footer = {"  source <(canvelete completion)", "", "Exit codes: 0 done, 2 wrong usage."})
final class CompletionCommand implements Runnable {
    private final Console console;

    @Spec
    private @Nullable CommandSpec spec;

    CompletionCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        if (spec != null) {
            console.say(AutoComplete.bash("canvelete", spec.root().commandLine()));
        }
    }
}
