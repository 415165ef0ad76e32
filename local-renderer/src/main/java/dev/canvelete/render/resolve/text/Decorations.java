package dev.canvelete.render.resolve.text;

import dev.canvelete.render.scene.Fill;
import dev.canvelete.render.scene.Item;
import dev.canvelete.render.scene.Paint;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Lines under, over and through text, where Chromium draws them: CSS leaves thickness and place open.
 *
 * @param underline whether there is one, and likewise the others
 */
record Decorations(boolean underline, boolean overline, boolean lineThrough) {
    private static final double THICKNESS_IN_EMS = 0.1;

    /** How far from a letter that crosses it an underline ends, at most. */
    private static final double WIDEST_GAP = 13;

    static Decorations parse(String css) {
        String value = css.toLowerCase(Locale.ROOT);
        return new Decorations(value.contains("underline"), value.contains("overline"), value.contains("line-through"));
    }

    /** What is painted before the letters. */
    List<Item> below(PlacedLine line, TextStyle style, Paint paint) {
        List<Item> items = new ArrayList<>();
        double thickness = thickness(style);
        if (underline) {
            double gap = Math.max(1, Math.ceil(thickness / 2));
            items.addAll(interrupted(line, style, line.baseline() + gap, thickness, paint));
        }
        if (overline) {
            double top = line.baseline() - style.extent().ascent() - Math.floor(thickness);
            items.addAll(interrupted(line, style, top, thickness, paint));
        }
        return items;
    }

    /** What is painted after the letters. */
    List<Item> above(PlacedLine line, TextStyle style, Paint paint) {
        if (!lineThrough) {
            return List.of();
        }
        double thickness = thickness(style);
        double top = line.baseline() - style.extent().ascent() / 3 - thickness / 2;
        return List.of(new Fill(bar(line.left(), line.right(), Math.floor(top + 0.5), thickness), paint));
    }

    private static double thickness(TextStyle style) {
        return Math.max(1, style.size() * THICKNESS_IN_EMS);
    }

    /** A bar that leaves out where letters cross it ({@code text-decoration-skip-ink: auto}). */
    private static List<Item> interrupted(PlacedLine line, TextStyle style, double y, double thickness, Paint paint) {
        double top = Math.floor(y + 0.5);
        double gap = Math.min(thickness, WIDEST_GAP);
        List<Item> items = new ArrayList<>();
        double from = line.left();
        for (double[] crossing : Crossings.of(line, style.size(), top, top + thickness)) {
            double to = crossing[0] - gap;
            if (to > from) {
                items.add(new Fill(bar(from, Math.min(to, line.right()), top, thickness), paint));
            }
            from = Math.max(from, crossing[1] + gap);
        }
        if (line.right() > from) {
            items.add(new Fill(bar(from, line.right(), top, thickness), paint));
        }
        return items;
    }

    /** A bar as thick as whole pixels allow. */
    private static Path2D bar(double left, double right, double top, double thickness) {
        return new Path2D.Double(new Rectangle2D.Double(left, top, right - left, Math.floor(thickness)));
    }
}
