package dev.canvelete.cli.bench;

import dev.canvelete.benchmarks.ShortForm;
import dev.canvelete.benchmarks.report.Changes;
import dev.canvelete.benchmarks.report.Page;
import dev.canvelete.benchmarks.report.Report;
import dev.canvelete.benchmarks.report.Table;
import dev.canvelete.benchmarks.work.Job;
import dev.canvelete.cli.console.CommandFailure;
import dev.canvelete.cli.console.Console;
import dev.canvelete.cli.console.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The benchmarks' short form. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Measures how fast the records of a batch become files, each kind beside the plain way of Java2D and ImageIO,"
                    + " or of PDFBox, in the same run. Takes about two minutes on an idle machine."
        },
        footerHeading = "%n",
        footer =
                "Exit codes: 0 measured, 1 failed or something got worse than in the report compared with, 2 wrong usage.")
public final class BenchCommand implements Callable<Integer> {
    private static final int HTTP_RECORDS = 300;

    private final Console console;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "canvelete-bench",
            description = "where bench.json and bench.html go; ${DEFAULT-VALUE} unless said")
    private Path out = Path.of("canvelete-bench");

    @Option(names = "--compare", paramLabel = "FILE", description = "an earlier bench.json, to see what got worse")
    private @Nullable Path compare;

    @Option(names = "--jobs", paramLabel = "JOB", split = ",", description = "only these: ${COMPLETION-CANDIDATES}")
    private List<Job> jobs = List.of(Job.values());

    @Option(
            names = "--turn",
            paramLabel = "MILLIS",
            defaultValue = "400",
            description = "how long a turn of five takes; ${DEFAULT-VALUE} unless said, longer is steadier")
    private int turn = 400;

    /** The command with its console. */
    public BenchCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Report earlier = compare == null ? null : read(compare);
        Report report = measure();
        console.say(Table.foot(report));
        List<String> worse = earlier == null ? List.of() : Changes.worse(earlier, report);
        write(report, worse);
        if (earlier != null && worse.isEmpty()) {
            console.say("nothing got slower or larger");
        }
        worse.forEach(console::warn);
        return worse.isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
    }

    private static Report read(Path file) {
        try {
            return Report.read(file);
        } catch (IOException e) {
            throw new CommandFailure("--compare: " + file + " is no report of an earlier run: " + e.getMessage(), e);
        }
    }

    private Report measure() {
        if (turn < 1) {
            throw new CommandFailure("--turn: at least 1 millisecond, not " + turn);
        }
        console.say(Table.head());
        try {
            return new ShortForm(Duration.ofMillis(4L * turn), Duration.ofMillis(turn), HTTP_RECORDS)
                    .run(jobs, line -> console.say(Table.line(line)));
        } catch (Exception e) {
            throw new CommandFailure("measuring failed: " + e.getMessage(), e);
        }
    }

    private void write(Report report, List<String> worse) {
        try {
            Files.createDirectories(out);
            report.write(out.resolve("bench.json"));
            Files.writeString(out.resolve("bench.html"), Page.of(report, worse));
            console.say("written: " + out.resolve("bench.html") + ", " + out.resolve("bench.json"));
        } catch (IOException e) {
            throw new CommandFailure("cannot write to " + out + ": " + e.getMessage(), e);
        }
    }
}
