package dev.canvelete.cli.rows;

import dev.canvelete.cli.console.Console;
import dev.canvelete.cli.console.Progress;
import dev.canvelete.cli.output.OutputFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes the files of all rows: in parallel, with progress, accounting for each row in its order. */
final class RowRun {
    private final Console console;
    private final InstantSource clock;
    private final BooleanSupplier interrupted;
    private final int threads;
    private final boolean failFast;

    /**
     * A run.
     *
     * @param interrupted whether it is told to end
     * @param threads that make files at a time
     * @param failFast whether the first failure ends it
     */
    RowRun(Console console, InstantSource clock, BooleanSupplier interrupted, int threads, boolean failFast) {
        this.console = console;
        this.clock = clock;
        this.interrupted = interrupted;
        this.threads = threads;
        this.failFast = failFast;
    }

    /**
     * How it ended.
     *
     * @param interrupted whether it was told to end before the last row
     * @param stopped whether a failure ended it before the last row
     */
    record Ending(RowReport report, Duration took, boolean interrupted, boolean stopped) {}

    /**
     * Works through the rows until the last one, the first failure where that is to end it, or the process's end.
     *
     * @param tasks the making of each row's file, asked on the calling thread; null after the last one
     * @param extent how long the data is, for the progress; 0 when not known
     */
    Ending run(Supplier<@Nullable Callable<RowOutcome>> tasks, RowFiles files, long extent)
            throws IOException, InterruptedException {
        AtomicBoolean stopped = new AtomicBoolean();
        RowReport report = new RowReport();
        Instant start = clock.instant();
        boolean whole = false;
        try (Progress progress = new Progress(console, clock, extent)) {
            new OrderedWork(threads, interrupted).run(tasks, outcome -> {
                account(files, outcome);
                report.add(outcome);
                progress.at(
                        report.rows(),
                        report.count(RowOutcome.Status.FAILED),
                        outcome.row().row().position());
                stopped.set(failFast && outcome.status() == RowOutcome.Status.FAILED);
                return !stopped.get();
            });
            whole = !interrupted.getAsBoolean() && !stopped.get();
        } finally {
            files.publish(whole);
            files.close();
        }
        return new Ending(report, Duration.between(start, clock.instant()), interrupted.getAsBoolean(), stopped.get());
    }

    private static void account(RowFiles files, RowOutcome outcome) {
        try {
            files.account(outcome);
        } catch (IOException e) {
            throw new UncheckedIOException(OutputFile.reason(e), e);
        }
    }
}
