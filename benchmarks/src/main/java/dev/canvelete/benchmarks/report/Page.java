package dev.canvelete.benchmarks.report;

import java.util.List;
import java.util.Locale;

/** The report as one HTML page that needs nothing else. */
public final class Page {
    private static final int WIDTH = 620;
    private static final int ROW = 44;

    private Page() {}

    /**
     * The page.
     *
     * @param worse what got worse, if it was compared
     */
    public static String of(Report report, List<String> worse) {
        StringBuilder page = new StringBuilder(HEAD);
        page.append("<p>JDK ").append(text(report.java())).append(", ").append(report.processors());
        page.append(
                " processors. Rates are files in a second of one processor; both ways took turns in one run.</p>\n");
        worse.forEach(each -> page.append("<p class=worse>").append(text(each)).append("</p>\n"));
        page.append("<h2>Times as fast as the plain way</h2>\n").append(ratios(report.lines()));
        page.append("<h2>Size of a file in kilobytes</h2>\n").append(sizes(report.lines()));
        page.append("<h2>All figures</h2>\n").append(table(report.lines()));
        page.append(String.format(
                Locale.ROOT,
                "<p>Through client, server, workers and webhook: %,d badges, %,.0f a second on the wall.</p>%n</main>%n",
                report.http().records(),
                report.http().perSecond()));
        return page.toString();
    }

    private static String ratios(List<Line> lines) {
        double most = lines.stream().mapToDouble(Line::ratio).max().orElse(1);
        StringBuilder bars = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            bars.append(label(i, line)).append(bar("engine", i * ROW + 18, line.ratio() / most, "%.1fx", line.ratio()));
        }
        return chart(lines.size(), bars);
    }

    private static String sizes(List<Line> lines) {
        double most = lines.stream()
                .mapToDouble(line -> Math.max(line.bytes(), line.plainBytes()))
                .max()
                .orElse(1);
        StringBuilder bars = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            bars.append(label(i, line))
                    .append(bar("engine", i * ROW + 16, line.bytes() / most, "%,.1f", line.bytes() / 1e3))
                    .append(bar(
                            "plain", i * ROW + 28, line.plainBytes() / most, "%,.1f plain", line.plainBytes() / 1e3));
        }
        return chart(lines.size(), bars);
    }

    private static String chart(int rows, CharSequence inside) {
        return "<svg role=img viewBox=\"0 0 " + (WIDTH + 100) + " " + rows * ROW + "\">" + inside + "</svg>\n";
    }

    private static String label(int row, Line line) {
        return "<text x=0 y=" + (row * ROW + 12) + ">" + text(line.title()) + "</text>";
    }

    private static String bar(String kind, int y, double share, String format, double value) {
        double width = Math.max(1, share * WIDTH);
        return String.format(
                Locale.ROOT,
                "<rect class=%s x=0 y=%d width=%.1f height=10 rx=2 /><text class=value x=%.1f y=%d>%s</text>",
                kind,
                y,
                width,
                width + 6,
                y + 9,
                String.format(Locale.ROOT, format, value));
    }

    private static String table(List<Line> lines) {
        StringBuilder table =
                new StringBuilder("<div class=wide><table><tr><th>one worker<th>files/s<th>plain/s<th>ratio"
                        + "<th>bytes<th>plain<th>allocated</tr>\n");
        for (Line line : lines) {
            table.append(String.format(
                    Locale.ROOT,
                    "<tr><td>%s<td>%,.1f<td>%,.1f<td>%.1f<td>%,d<td>%,d<td>%,d</tr>%n",
                    text(line.title()),
                    line.perSecond(),
                    line.plainPerSecond(),
                    line.ratio(),
                    line.bytes(),
                    line.plainBytes(),
                    line.allocated()));
        }
        return table.append("</table></div>\n").toString();
    }

    private static String text(String plain) {
        return plain.replace("&", "&amp;").replace("<", "&lt;");
    }

    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang=en>
            <meta charset=utf-8>
            <meta name=viewport content="width=device-width, initial-scale=1">
            <title>Canvelete Local: benchmarks</title>
            <style>
            :root { color-scheme: light dark; --ink: light-dark(#1c2430, #e6e9ee); --paper: light-dark(#fff, #14181f);
              --quiet: light-dark(#667085, #98a2b3); --line: light-dark(#e4e7ec, #2b323d);
              --engine: light-dark(#0f766e, #2dd4bf); --plain: light-dark(#c3cad5, #475467); }
            body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
            main { max-width: 760px; margin: 0 auto; padding: 32px 20px; }
            h1 { font-size: 26px; } h2 { font-size: 18px; margin-top: 36px; } p { color: var(--quiet); }
            .worse { color: light-dark(#b42318, #fda29b); }
            svg { width: 100%; height: auto; font-size: 12px; fill: var(--ink); }
            .engine { fill: var(--engine); } .plain { fill: var(--plain); } .value { fill: var(--quiet); }
            .wide { overflow-x: auto; } table { border-collapse: collapse; font-size: 14px; white-space: nowrap; }
            th, td { padding: 6px 12px 6px 0; text-align: right; border-bottom: 1px solid var(--line); }
            th:first-child, td:first-child { text-align: left; } th { color: var(--quiet); font-weight: 500; }
            </style>
            <main>
            <h1>Canvelete Local: benchmarks</h1>
            """;
}
