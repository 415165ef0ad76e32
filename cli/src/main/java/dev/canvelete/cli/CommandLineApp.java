package dev.canvelete.cli;

import dev.canvelete.api.design.DesignException;
import dev.canvelete.api.error.Fault;
import dev.canvelete.cli.batch.BatchCommand;
import dev.canvelete.cli.bench.BenchCommand;
import dev.canvelete.cli.console.CommandFailure;
import dev.canvelete.cli.console.Console;
import dev.canvelete.cli.console.ExitCode;
import dev.canvelete.cli.console.Interrupts;
import dev.canvelete.cli.console.Lifetime;
import dev.canvelete.cli.console.Paint;
import dev.canvelete.cli.demo.DemoCommand;
import dev.canvelete.cli.designs.DesignsCommand;
import dev.canvelete.cli.doctor.DoctorCommand;
import dev.canvelete.cli.engine.FontsCommand;
import dev.canvelete.cli.render.RenderCommand;
import dev.canvelete.cli.validate.ValidateCommand;
import dev.canvelete.cli.watch.WatchCommand;
import dev.canvelete.cli.webhooks.WebhooksCommand;
import dev.canvelete.client.error.CanveleteException;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The whole command line. It finds the subcommand, runs it, and turns what goes wrong into a message and an exit code. */
public final class CommandLineApp {
    private final Console console;
    private final CommandLine commands;

    CommandLineApp(Console console, Lifetime lifetime, Interrupts interrupts) {
        this.console = console;
        boolean colour = console.paint() == Paint.COLOURS;
        this.commands = new CommandLine(new Canvelete())
                .addSubcommand(new RenderCommand(console, interrupts))
                .addSubcommand(new ValidateCommand(console))
                .addSubcommand(new WatchCommand(console, lifetime))
                .addSubcommand(new ServeCommand(console, lifetime))
                .addSubcommand(new BatchCommand(console, interrupts))
                .addSubcommand(DesignsCommand.create(console))
                .addSubcommand(WebhooksCommand.create(console, lifetime))
                .addSubcommand(new FontsCommand(console))
                .addSubcommand(new DoctorCommand(console))
                .addSubcommand(new CompletionCommand(console))
                .addSubcommand(new DemoCommand(console))
                .addSubcommand(new BenchCommand(console))
                .setOut(new PrintWriter(console.out(), true))
                .setErr(new PrintWriter(console.err(), true))
                .setColorScheme(CommandLine.Help.defaultColorScheme(colour ? Ansi.ON : Ansi.OFF))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(this::usageError)
                .setExecutionExceptionHandler(this::failure);
    }

    /** Runs a command line and gives its exit code. */
    int run(String... args) {
        return commands.execute(args);
    }

    private int usageError(ParameterException problem, String[] args) {
        CommandLine command = problem.getCommandLine();
        error(problem.getMessage());
        UnmatchedArgumentException.printSuggestions(problem, command.getErr());
        console.err().println("See: " + command.getCommandSpec().qualifiedName() + " --help");
        return ExitCode.USAGE;
    }

    private int failure(Exception problem, CommandLine command, ParseResult parsed) {
        switch (problem) {
            case CommandFailure failure -> error(failure.getMessage());
            case CanveleteException failure -> error(failure.getMessage());
            case DesignException design ->
                design.faults().stream().map(Fault::toString).forEach(this::error);
            default -> error("this should not have happened: " + problem);
        }
        return ExitCode.FAILED;
    }

    private void error(@Nullable String message) {
        console.err().println(console.paint().bad("canvelete: ") + message);
    }

    /** The command itself, which only has subcommands. */
    @Command(
            name = "canvelete",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class,
            description = "The Canvelete rendering service on your own machine.",
            subcommands = CommandLine.HelpCommand.class,
            synopsisSubcommandLabel = "COMMAND",
            footerHeading = "%nStart here:%n",
            footer = {
                "  canvelete demo                                    all of it, once, in a few seconds",
                "  canvelete render certificate_template -o c.pdf    one file, offline",
                "  canvelete render card.json --data people.csv -o out    one for each row",
                "  canvelete serve --port 8080                       the service, until Ctrl-C",
                "",
                "Exit codes: 0 done, 1 failed, 2 wrong usage; a server that is told to end: 143 (SIGTERM), 130 (Ctrl-C)."
            })
    static final class Canvelete implements Runnable {
        @Spec
        private @Nullable CommandSpec spec;

        @Override
        public void run() {
            if (spec != null) {
                spec.commandLine().usage(spec.commandLine().getOut());
            }
        }
    }

    /** The version that the build wrote into the jar. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = CommandLineApp.class.getPackage().getImplementationVersion();
            return new String[] {"canvelete " + (version == null ? "(unpackaged)" : version)};
        }
    }
}
