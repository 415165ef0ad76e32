package dev.canvelete.render.resolve.text;

import dev.canvelete.api.design.Box;
import dev.canvelete.api.design.Padding;
import dev.canvelete.api.design.TextAlign;
import dev.canvelete.api.design.TextElement;
import dev.canvelete.api.render.Warning;
import dev.canvelete.render.font.FontBook;
import dev.canvelete.render.font.FontStack;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Sets text as Chromium sets a CSS block with {@code white-space: pre-wrap; overflow-wrap: anywhere} (without a width:
 * {@code pre}). Thread-safe.
 */
public final class TextLayout {
    /** More characters than these are refused. */
    public static final int LONGEST = 100_000;

    /** Sizes that {@code autoFit} tries lie on a grid of this many to the pixel. */
    private static final int SIZES_TO_THE_PIXEL = 4;

    /** How much higher than its box a text may be before it counts as too high: what rounding makes. */
    private static final double TOLERANCE = 0.5;

    private static final int MOST_NAMED = 10;

    private final FontBook fonts;

    public TextLayout(FontBook fonts) {
        this.fonts = fonts;
    }

    /**
     * Lays out a text; its rotation, opacity and filters are left to the caller.
     *
     * @throws IllegalArgumentException if the text is too long or a colour malformed, naming the field
     */
    public TextBlock layout(TextElement element) {
        return layout(element, true);
    }

    /** As {@link #layout}, but a word that is too long is not broken ({@code overflow-wrap: normal}). */
    public TextBlock layoutWholeWords(TextElement element) {
        return layout(element, false);
    }

    private TextBlock layout(TextElement element, boolean breaksWords) {
        if (element.text().length() > LONGEST) {
            throw new IllegalArgumentException("text: at most " + LONGEST + " characters are right, not "
                    + element.text().length());
        }
        FontStack stack = fonts.stack(
                element.font().family(), element.font().weight(), element.font().italic());
        Setting setting = element.autoFit()
                ? fitted(element, stack)
                : set(element, stack, element.font().size(), breaksWords);
        return new TextBlock(
                new TextPainting(element, setting.style).items(placed(element, setting)),
                setting.width(),
                setting.height(),
                setting.style.size(),
                setting.overflows(element),
                warnings(element, setting));
    }

    /** A text at one size, its lines not yet at their places. */
    private record Setting(
            TextStyle style,
            List<Paragraph> paragraphs,
            List<List<Line>> lines,
            double width,
            double height,
            Set<Integer> missing) {
        static Setting of(TextStyle style, List<Paragraph> paragraphs, List<List<Line>> lines, Set<Integer> missing) {
            double width = 0;
            int count = 0;
            for (List<Line> ofParagraph : lines) {
                for (Line line : ofParagraph) {
                    width = Math.max(width, line.width());
                }
                count += ofParagraph.size();
            }
            return new Setting(style, paragraphs, lines, width, count * style.lineHeight(), missing);
        }

        boolean overflows(TextElement element) {
            return width > room(element) + TOLERANCE || height > roomBelow(element) + TOLERANCE;
        }

        boolean fits(TextElement element) {
            return !overflows(element) && lines.stream().flatMap(List::stream).noneMatch(Line::broken);
        }
    }

    private Setting fitted(TextElement element, FontStack stack) {
        int least =
                (int) Math.ceil(Math.min(element.minFontSize(), element.font().size()) * SIZES_TO_THE_PIXEL);
        int most = (int) Math.ceil(element.font().size() * SIZES_TO_THE_PIXEL);
        Setting best = set(element, stack, element.font().size(), true);
        if (best.fits(element)) {
            return best;
        }
        best = set(element, stack, (double) least / SIZES_TO_THE_PIXEL, true);
        while (most - least > 1) {
            int middle = (least + most) / 2;
            Setting tried = set(element, stack, (double) middle / SIZES_TO_THE_PIXEL, true);
            if (tried.fits(element)) {
                least = middle;
                best = tried;
            } else {
                most = middle;
            }
        }
        return best;
    }

    private Setting set(TextElement element, FontStack stack, double size, boolean breaksWords) {
        TextStyle style =
                new TextStyle(stack, size, element.letterSpacing(), LayoutUnit.floor(size * element.lineHeight()));
        Set<Integer> missing = new LinkedHashSet<>();
        Itemizer itemizer = new Itemizer(stack, missing);
        List<Paragraph> paragraphs = new ArrayList<>();
        List<List<Line>> lines = new ArrayList<>();
        for (String text : paragraphs(element)) {
            Paragraph paragraph = new Paragraph(text, itemizer.runs(text), style);
            paragraphs.add(paragraph);
            lines.add(paragraph.lines(room(element), breaksWords));
        }
        return Setting.of(style, paragraphs, lines, missing);
    }

    /** The text between forced breaks. A break at the very end begins no line. */
    private static List<String> paragraphs(TextElement element) {
        String text = Transforms.apply(
                element.transform(), element.text().replace("\r\n", "\n").replace('\r', '\n'));
        if (text.isEmpty()) {
            return List.of();
        }
        return List.of((text.endsWith("\n") ? text.substring(0, text.length() - 1) : text).split("\n", -1));
    }

    private static List<PlacedLine> placed(TextElement element, Setting setting) {
        Padding padding = element.padding();
        Box box = element.box();
        double left = LayoutUnit.floor(box.x()) + padding.left();
        double width = box.width() == null ? setting.width() : room(element);
        double free = box.height() == null ? 0 : roomBelow(element) - setting.height();
        double top = LayoutUnit.floor(box.y())
                + padding.top()
                + switch (element.verticalAlign()) {
                    case TOP -> 0;
                    case MIDDLE -> LayoutUnit.floor(free / 2);
                    case BOTTOM -> free;
                };
        TextAlign align = element.align();
        List<PlacedLine> placed = new ArrayList<>();
        for (int i = 0; i < setting.paragraphs.size(); i++) {
            for (Line line : setting.lines.get(i)) {
                double baseline = top + placed.size() * setting.style.lineHeight() + setting.style.baseline();
                placed.add(new LinePlacement(setting.paragraphs.get(i), setting.style, line, width, align)
                        .place(left, onPixel(baseline, box), align));
            }
        }
        return placed;
    }

    /** Baselines lie on whole pixels, as Skia puts them, unless the text is turned. */
    private static double onPixel(double baseline, Box box) {
        return box.rotation() % 90 == 0 ? Math.floor(baseline + 0.5) : baseline;
    }

    private static double room(TextElement element) {
        Double width = element.box().width();
        return width == null
                ? Double.POSITIVE_INFINITY
                : Math.max(
                        0,
                        LayoutUnit.floor(width)
                                - element.padding().left()
                                - element.padding().right());
    }

    private static double roomBelow(TextElement element) {
        Double height = element.box().height();
        return height == null
                ? Double.POSITIVE_INFINITY
                : Math.max(
                        0,
                        LayoutUnit.floor(height)
                                - element.padding().top()
                                - element.padding().bottom());
    }

    private static List<Warning> warnings(TextElement element, Setting setting) {
        List<Warning> warnings = new ArrayList<>();
        String label = element.box().label();
        String missing = setting.style.fonts().missing();
        if (missing != null) {
            warnings.add(new Warning(
                    "MISSING_FONT",
                    label,
                    "there is no font family \"" + missing + "\"; "
                            + setting.style.fonts().family() + " stands in"));
        }
        if (!setting.missing.isEmpty()) {
            warnings.add(new Warning(
                    "MISSING_GLYPH",
                    label,
                    setting.missing.stream()
                            .limit(MOST_NAMED)
                            .map(c -> String.format("U+%04X", c))
                            .collect(Collectors.joining(", ", "no font has the characters ", ""))));
        }
        if (setting.overflows(element)) {
            warnings.add(new Warning("TEXT_OVERFLOW", label, "the text is larger than its box"));
        }
        return warnings;
    }
}
