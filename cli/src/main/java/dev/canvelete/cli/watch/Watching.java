package dev.canvelete.cli.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Looks again and again whether files have changed, which finds what editors do more surely than notifications. */
final class Watching implements AutoCloseable {
    private static final long MILLIS = 200;

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "watching");
        thread.setDaemon(true);
        return thread;
    });
    private final List<Path> files;
    private final Runnable changed;
    private List<String> seen;

    private Watching(List<Path> files, Runnable changed) {
        this.files = List.copyOf(files);
        this.changed = changed;
        this.seen = look();
    }

    /** Calls {@code changed} on a thread of its own after each change. */
    static Watching start(List<Path> files, Runnable changed) {
        Watching watching = new Watching(files, changed);
        var unused = watching.timer.scheduleWithFixedDelay(watching::check, MILLIS, MILLIS, TimeUnit.MILLISECONDS);
        return watching;
    }

    private void check() {
        List<String> now = look();
        if (!now.equals(seen)) {
            seen = now;
            changed.run();
        }
    }

    private List<String> look() {
        return files.stream().map(Watching::state).toList();
    }

    /** A file that is just being replaced is as good as unchanged: the next look finds it. */
    private static String state(Path file) {
        try {
            return Files.getLastModifiedTime(file) + " " + Files.size(file);
        } catch (IOException e) {
            return "gone";
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
