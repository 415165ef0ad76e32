package dev.canvelete.cli.console;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/**
 * One line on a terminal that says how far a long piece of work is: how much is done, how fast it went in the last
 * seconds, and how long the rest takes at that speed. On anything but a terminal it says nothing. Not thread-safe.
 */
public final class Progress implements AutoCloseable {
    private static final Duration REFRESH = Duration.ofMillis(200);
    private static final int SAMPLES = 50;
    private static final int BAR = 24;
    private static final String START_OF_LINE = "\r\u001b[K";

    private final Console console;
    private final InstantSource clock;
    private final long extent;
    private final Deque<Sample> samples = new ArrayDeque<>();

    private record Sample(Instant at, long done, long position) {}

    /** @param extent the position at the end of the work; 0 when that is not known */
    public Progress(Console console, InstantSource clock, long extent) {
        this.console = console;
        this.clock = clock;
        this.extent = extent;
        samples.add(new Sample(clock.instant(), 0, 0));
    }

    /** Says how far it is, if the line on the terminal is old enough. */
    public void at(long done, long failed, long position) {
        Instant now = clock.instant();
        if (console.terminal() && Duration.between(samples.getLast().at(), now).compareTo(REFRESH) >= 0) {
            samples.addLast(new Sample(now, done, position));
            if (samples.size() > SAMPLES) {
                samples.removeFirst();
            }
            console.err().print(START_OF_LINE + line(failed));
            console.err().flush();
        }
    }

    private String line(long failed) {
        Sample first = samples.getFirst();
        Sample last = samples.getLast();
        double seconds = Duration.between(first.at(), last.at()).toMillis() / 1000.0;
        double rate = (last.done() - first.done()) / seconds;
        String done = String.format(Locale.ROOT, "%,d rows", last.done());
        String speed = String.format(Locale.ROOT, "%,.0f/s", rate);
        String bad = failed == 0 ? "" : "  " + console.paint().bad(String.format(Locale.ROOT, "%,d failed", failed));
        if (extent <= 0) {
            return done + "  " + speed + bad;
        }
        double share = Math.min(1, (double) last.position() / extent);
        double positionsPerSecond = (last.position() - first.position()) / seconds;
        String left = positionsPerSecond <= 0 ? "" : "  " + clockTime((extent - last.position()) / positionsPerSecond);
        return String.format(Locale.ROOT, "%s %3.0f %%  %s  %s%s%s", bar(share), share * 100, done, speed, left, bad);
    }

    private static String bar(double share) {
        int full = (int) (share * BAR);
        return "[" + "#".repeat(full) + " ".repeat(BAR - full) + "]";
    }

    private static String clockTime(double seconds) {
        long whole = Math.max(0, Math.round(seconds));
        return whole >= 3600
                ? String.format(Locale.ROOT, "%d:%02d:%02d left", whole / 3600, whole / 60 % 60, whole % 60)
                : String.format(Locale.ROOT, "%d:%02d left", whole / 60, whole % 60);
    }

    /** Takes the line away. */
    @Override
    public void close() {
        if (samples.size() > 1) {
            console.err().print(START_OF_LINE);
            console.err().flush();
        }
    }
}
