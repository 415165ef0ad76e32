package dev.canvelete.cli;

import dev.canvelete.cli.console.Console;
import dev.canvelete.cli.console.Interrupts;
import dev.canvelete.cli.console.Lifetime;
import dev.canvelete.cli.console.Paint;
import picocli.CommandLine.Help.Ansi;

/** Starts the command, with the process for its surroundings. */
public final class Main {
    /** The property by which the launcher tells that stderr is a terminal, which Java cannot find out by itself. */
    private static final String TERMINAL = "canvelete.terminal";

    private Main() {}

    /** Runs the command that the arguments name and ends the process with its exit code. */
    public static void main(String[] args) {
        // Colour only on a terminal, and never with NO_COLOR (no-color.org).
        boolean terminal = Boolean.getBoolean(TERMINAL);
        Console console = Console.system(Ansi.AUTO.enabled() ? Paint.COLOURS : Paint.PLAIN, terminal);
        int code = new CommandLineApp(console, Lifetime.ofTheProcess(), Interrupts.ofTheProcess()).run(args);
        console.out().flush();
        System.exit(code);
    }
}
