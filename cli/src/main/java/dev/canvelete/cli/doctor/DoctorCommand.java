package dev.canvelete.cli.doctor;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.canvelete.api.json.Json;
import dev.canvelete.cli.console.Console;
import dev.canvelete.cli.console.ExitCode;
import dev.canvelete.cli.console.Paint;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Looks whether everything is there that the other commands need. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Looks whether everything is there that the other commands need: the JDK, memory, the engine and its"
                        + " fonts, the port, the folders.",
        footerHeading = "%n",
        footer = "Exit codes: 0 all is well, 1 something is not, 2 wrong usage.")
public final class DoctorCommand implements Callable<Integer> {
    private final Console console;

    @Option(names = "--port", paramLabel = "N", defaultValue = "8080", description = "the port that serve is to have")
    private int port = 8080;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = ".canvelete",
            description = "the folder that serve is to use; .canvelete unless said")
    private Path data = Path.of(".canvelete");

    @Option(names = "--json", description = "write it as JSON")
    private boolean json;

    /** The command with its console. */
    public DoctorCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        List<Check> checks = List.of(
                Checks.java(),
                Checks.memory(),
                Checks.engine(),
                Checks.port(port),
                Checks.folder("data folder", data),
                Checks.folder("temporary files", Path.of(System.getProperty("java.io.tmpdir", "."))));
        if (json) {
            ObjectNode report = Json.object();
            checks.forEach(c -> report.putObject(c.name()).put("ok", c.good()).put("message", c.message()));
            console.say(report.toString());
        } else {
            checks.forEach(this::say);
        }
        return checks.stream().allMatch(Check::good) ? ExitCode.DONE : ExitCode.FAILED;
    }

    private void say(Check check) {
        Paint paint = console.paint();
        console.say((check.good() ? paint.good("ok    ") : paint.bad("wrong ")) + " "
                + String.format("%-16s %s", check.name(), check.message()));
    }
}
