package dev.canvelete.cli.rows;

import static dev.canvelete.cli.rows.RowOutcome.Status.FAILED;
import static dev.canvelete.cli.rows.RowOutcome.Status.KEPT;
import static dev.canvelete.cli.rows.RowOutcome.Status.WRITTEN;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.canvelete.api.json.Json;
import dev.canvelete.api.render.Warning;
import dev.canvelete.cli.console.Console;
import dev.canvelete.cli.console.ExitCode;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells how a run ended.
 *
 * @param folder where the files are; null when they are in the zip alone
 * @param zip null when there is none
 */
record Summary(
        Console console, @Nullable Path folder, @Nullable Path zip) {
    /** Says it as text: warnings and failures beside the result. */
    void say(RowRun.Ending ending) {
        RowReport report = ending.report();
        if (report.rows() == 0 && !ending.interrupted()) {
            console.warn("the data has no rows");
        }
        report.warnings().forEach((warning, rows) -> console.warn(text(warning) + inRows(rows, report.rows())));
        for (RowOutcome failure : report.failures()) {
            console.err().println(console.paint().bad(place(failure)) + ": " + failure.error());
        }
        long unnamed = report.count(FAILED) - report.failures().size();
        if (unnamed > 0) {
            console.err()
                    .println(number(unnamed) + " more failed"
                            + (folder == null ? "" : "; " + manifest() + " lists them"));
        }
        console.say(counts(ending));
    }

    private String counts(RowRun.Ending ending) {
        RowReport report = ending.report();
        long failed = report.count(FAILED);
        String kept = report.count(KEPT) == 0 ? "" : ", " + number(report.count(KEPT)) + " kept";
        String bad = failed == 0 ? "" : ", " + console.paint().bad(number(failed) + " failed");
        String end = ending.interrupted()
                ? "; interrupted, --resume goes on"
                : ending.stopped() ? "; ended by --fail-fast" : "";
        return console.paint().good(number(report.count(WRITTEN)) + " written") + kept + bad + " to "
                + (folder == null ? zip : folder)
                + String.format(Locale.ROOT, " in %.1f s (%,.0f/s)", seconds(ending), rate(ending)) + end;
    }

    /** Says it as JSON. */
    void sayJson(RowRun.Ending ending) {
        RowReport report = ending.report();
        ObjectNode json = Json.object()
                .put("rows", report.rows())
                .put("written", report.count(WRITTEN))
                .put("kept", report.count(KEPT))
                .put("failed", report.count(FAILED))
                .put("seconds", seconds(ending))
                .put("perSecond", Math.round(rate(ending)))
                .put("interrupted", ending.interrupted())
                .put("folder", folder == null ? null : folder.toString())
                .put("zip", zip == null ? null : zip.toString())
                .put("manifest", folder == null ? null : manifest().toString());
        for (RowOutcome failure : report.failures()) {
            json.withArray("failures")
                    .addObject()
                    .put("row", failure.row().row().number())
                    .put("place", failure.row().row().place())
                    .put("error", failure.error());
        }
        for (Map.Entry<Warning, Long> warning : report.warnings().entrySet()) {
            json.withArray("warnings")
                    .addObject()
                    .put("code", warning.getKey().code())
                    .put("message", text(warning.getKey()))
                    .put("rows", warning.getValue());
        }
        console.say(json.toString());
    }

    /** What the run's end means for the process. */
    static int exitCode(RowRun.Ending ending) {
        if (ending.interrupted()) {
            return ExitCode.INTERRUPTED;
        }
        return ending.report().count(FAILED) == 0 ? ExitCode.DONE : ExitCode.FAILED;
    }

    private Path manifest() {
        return folder == null ? Path.of(Manifest.FILE) : folder.resolve(Manifest.FILE);
    }

    private static String place(RowOutcome failure) {
        return "row " + failure.row().row().number() + " ("
                + failure.row().row().place() + ")";
    }

    private static String text(Warning warning) {
        return (warning.element() == null ? "" : warning.element() + ": ") + warning.message();
    }

    private static String inRows(long rows, long all) {
        return rows == all ? "" : " (in " + number(rows) + (rows == 1 ? " row)" : " rows)");
    }

    private static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    private static double seconds(RowRun.Ending ending) {
        return Math.max(1, ending.took().toMillis()) / 1000.0;
    }

    private static double rate(RowRun.Ending ending) {
        return ending.report().count(WRITTEN) / seconds(ending);
    }
}
