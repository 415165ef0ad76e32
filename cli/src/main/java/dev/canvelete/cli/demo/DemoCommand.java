package dev.canvelete.cli.demo;

import dev.canvelete.cli.console.Console;
import java.nio.file.Path;
import java.time.InstantSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows that all of it works. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Shows that all of it works: starts the service on a free port, sends one batch of certificates, badges and"
                    + " product cards through the client, with one render that fails on purpose, receives the signed"
                    + " webhook, and saves the files."
        },
        footerHeading = "%n",
        footer = "Exit codes: 0 every step took place and was checked, 1 one did not, 2 wrong usage.")
public final class DemoCommand implements Runnable {
    private final Console console;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "canvelete-demo",
            description = "where files and database go; ${DEFAULT-VALUE} unless said")
    private Path out = Path.of("canvelete-demo");

    @Option(
            names = "--engine",
            paramLabel = "NAME",
            defaultValue = "local",
            description = "what draws: local (unless said), placeholder")
    private String engine = "local";

    /** The command with its console. */
    public DemoCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        InstantSource clock = InstantSource.system();
        new Demo(out.toAbsolutePath().normalize(), engine, clock, new Account(console)).run();
    }
}
