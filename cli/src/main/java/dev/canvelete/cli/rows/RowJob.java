package dev.canvelete.cli.rows;

import dev.canvelete.api.render.OutputFormat;
import dev.canvelete.cli.console.CommandFailure;
import dev.canvelete.cli.console.Console;
import dev.canvelete.cli.console.Interrupts;
import dev.canvelete.cli.data.RowReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A whole run, from the data's file to the summary. */
public final class RowJob {
    private final Console console;
    private final InstantSource clock;
    private final Interrupts interrupts;
    private final RowOptions options;

    public RowJob(Console console, InstantSource clock, Interrupts interrupts, RowOptions options) {
        this.console = console;
        this.clock = clock;
        this.interrupts = interrupts;
        this.options = options;
    }

    /** Makes files of rows. */
    @FunctionalInterface
    public interface Work {
        /** What makes each row's file, one after another and on the calling thread; null after the last one. */
        Supplier<@Nullable Callable<RowOutcome>> tasks(NamedRows rows, RowFiles files);
    }

    /**
     * Runs it.
     *
     * @param data the file with the rows, or {@code -}
     * @param folder where the files go; null when they go into the zip alone
     * @param madeOf all that makes files differ, but for the data and their names
     * @return the exit code
     * @throws CommandFailure if data cannot be read or files cannot be written
     */
    public int run(String data, @Nullable Path folder, OutputFormat format, String madeOf, Work work) throws Exception {
        AtomicBoolean interrupted = new AtomicBoolean();
        RowRun run = new RowRun(console, clock, interrupted::get, options.threads(), options.failFast());
        // The summary belongs to the work that the process's end waits for.
        return interrupts.during(
                () -> {
                    try (RowReader reader = options.open(data, console.in())) {
                        NamedRows rows = new NamedRows(reader, options.names(), format);
                        if (folder != null) {
                            RunStamp.leave(folder, madeOf + options.nameText(), options.resume());
                        }
                        RowFiles files = RowFiles.open(folder, options.zip(), options.resume());
                        return summary(folder, run.run(work.tasks(rows, files), files, extent(data)));
                    } catch (UncheckedIOException e) {
                        throw new CommandFailure("files cannot be written: " + e.getMessage(), e);
                    }
                },
                () -> interrupted.set(true));
    }

    private long extent(String data) throws IOException {
        Path file = Path.of(data);
        return console.terminal() && Files.isRegularFile(file)
                ? options.dataFile(data).extent(file)
                : 0;
    }

    private int summary(@Nullable Path folder, RowRun.Ending ending) {
        Summary summary = new Summary(console, folder, options.zip());
        if (options.json()) {
            summary.sayJson(ending);
        } else {
            summary.say(ending);
        }
        return Summary.exitCode(ending);
    }
}
