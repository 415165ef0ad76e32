package dev.canvelete.render.paint.svg;

import dev.canvelete.render.paint.font.FontProgram;
import dev.canvelete.render.paint.font.TrueTypeGlyph;
import dev.canvelete.render.paint.font.TrueTypeSubset;
import dev.canvelete.render.paint.font.UsageTables;
import dev.canvelete.render.scene.Typeface;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * A font that fonts for documents are cut from. Those have one glyph for each look of a character and nothing that would
 * shape text again. Thread-safe.
 */
record WebFont(FontProgram program, TrueTypeSubset subset) {
    /** Stands for characters that the font lacks. Browsers refuse fonts without any outline, so it has one of no area. */
    private static final TrueTypeGlyph MISSING = TrueTypeGlyph.of(line());

    static WebFont of(Typeface typeface) {
        FontProgram program = FontProgram.parse(typeface.postScriptName(), typeface.program(), typeface::outline);
        return new WebFont(program, new TrueTypeSubset(program));
    }

    /** A TrueType file; the typeface is the one that this was made of. */
    byte[] file(Typeface typeface, String family, NavigableMap<Integer, Drawn> drawn) {
        Map<Drawn, Integer> numbers = new LinkedHashMap<>();
        NavigableMap<Integer, Integer> characters = new TreeMap<>();
        drawn.forEach((c, looks) -> {
            numbers.putIfAbsent(looks, numbers.size() + 1);
            characters.put(c, numbers.get(looks));
        });
        List<TrueTypeGlyph> glyphs = new ArrayList<>(numbers.size() + 1);
        int[] advances = new int[numbers.size() + 1];
        glyphs.add(MISSING);
        numbers.forEach((looks, number) -> {
            advances[number] = looks.advance(typeface);
            glyphs.add(glyph(typeface, looks));
        });
        return subset.file(glyphs, advances, UsageTables.of(family, program.metrics(), characters));
    }

    private static Path2D line() {
        Path2D line = new Path2D.Double();
        line.moveTo(0, 0);
        line.lineTo(1, 0);
        line.lineTo(0, 0);
        line.closePath();
        return line;
    }

    private TrueTypeGlyph glyph(Typeface typeface, Drawn drawn) {
        if (drawn.parts().size() == 1 && drawn.is(drawn.parts().getFirst().glyph())) {
            return program.glyph(drawn.parts().getFirst().glyph());
        }
        Path2D together = new Path2D.Double();
        for (Drawn.Part part : drawn.parts()) {
            AffineTransform moved = AffineTransform.getTranslateInstance(part.dx(), part.dy());
            together.append(typeface.outline(part.glyph()).getPathIterator(moved), false);
        }
        return TrueTypeGlyph.of(together);
    }
}
