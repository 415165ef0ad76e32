package dev.canvelete.benchmarks.report;

import java.util.Locale;

/** The report for a terminal. */
public final class Table {
    private static final String FORMAT = "%-43s %10s %10s %8s %10s %10s %10s";

    private Table() {}

    /** The line above the lines. */
    public static String head() {
        return String.format(FORMAT, "one worker", "files/s", "plain/s", "ratio", "bytes", "plain", "allocated");
    }

    public static String line(Line line) {
        return String.format(
                FORMAT,
                line.title(),
                number("%,.1f", line.perSecond()),
                number("%,.1f", line.plainPerSecond()),
                number("%.1fx", line.ratio()),
                number("%,.0f", line.bytes()),
                number("%,.0f", line.plainBytes()),
                number("%,.0f", line.allocated()));
    }

    /** The lines below the lines. */
    public static String foot(Report report) {
        return String.format(
                Locale.ROOT,
                "through client, server, workers and webhook: %,d badges, %,.0f/s on the wall%nJDK %s, %d processors; rates are per second of one processor",
                report.http().records(),
                report.http().perSecond(),
                report.java(),
                report.processors());
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
