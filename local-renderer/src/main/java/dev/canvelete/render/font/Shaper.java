package dev.canvelete.render.font;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.canvelete.render.resource.NoSystemFonts;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.font.TextAttribute;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Shapes text with one font through the JDK's HarfBuzz, at a size of one pixel to the font unit, so that the result
 * holds for every size. What was shaped lately is kept, because the records of a batch say the same words. Thread-safe.
 */
final class Shaper {
    /** Characters of text kept shaped, some 50 bytes each. */
    private static final long MOST_KEPT = 50_000;

    /** The JDK adds positions up in floats, which are exact up to 2^24 units: longer text is shaped in pieces. */
    private static final int LONGEST = 1000;

    private static final FontRenderContext UNHINTED = new FontRenderContext(null, true, true);

    private record Key(String text, boolean rightToLeft, boolean ligatures) {}

    private final byte[] sfnt;
    private final int unitsPerEm;
    private final HorizontalMetrics metrics;
    private final Cache<Key, ShapedText> kept = Caffeine.newBuilder()
            .maximumWeight(MOST_KEPT)
            .weigher((Key key, ShapedText shaped) -> key.text.length() + 1)
            .executor(Runnable::run)
            .build();
    private volatile @Nullable Font font;

    Shaper(byte[] sfnt, int unitsPerEm, HorizontalMetrics metrics) {
        this.sfnt = sfnt;
        this.unitsPerEm = unitsPerEm;
        this.metrics = metrics;
    }

    ShapedText shape(String text, boolean rightToLeft, boolean ligatures) {
        Key key = new Key(text, rightToLeft, ligatures);
        ShapedText known = kept.getIfPresent(key);
        if (known == null) {
            known = shapeAll(key);
            kept.put(key, known);
        }
        return known;
    }

    /** Outlines as the JDK reads them, unhinted: for fonts whose outlines are not TrueType's. */
    Outlines outlines() {
        return glyph -> new Path2D.Double(
                font().createGlyphVector(UNHINTED, new int[] {glyph}).getOutline(),
                AffineTransform.getScaleInstance(1, -1));
    }

    private ShapedText shapeAll(Key key) {
        String text = key.text;
        ShapedText all = null;
        for (int start = 0; all == null || start < text.length(); ) {
            int end = pieceEnd(text, start);
            ShapedText piece = shapePiece(text.substring(start, end), key.rightToLeft, key.ligatures);
            if (all == null) {
                all = piece;
            } else {
                all = key.rightToLeft ? piece.joined(all, start, 0) : all.joined(piece, 0, start);
            }
            start = end;
        }
        return all;
    }

    private static int pieceEnd(String text, int start) {
        if (text.length() - start <= LONGEST) {
            return text.length();
        }
        int space = text.lastIndexOf(' ', start + LONGEST - 1);
        int end = space > start ? space + 1 : start + LONGEST;
        return Character.isLowSurrogate(text.charAt(end)) ? end - 1 : end;
    }

    private ShapedText shapePiece(String text, boolean rightToLeft, boolean ligatures) {
        char[] chars = text.toCharArray();
        int direction = rightToLeft ? Font.LAYOUT_RIGHT_TO_LEFT : Font.LAYOUT_LEFT_TO_RIGHT;
        Font styled = font().deriveFont(Map.of(
                TextAttribute.KERNING, TextAttribute.KERNING_ON, TextAttribute.LIGATURES, ligatures ? 1 : 0));
        GlyphVector vector = styled.layoutGlyphVector(UNHINTED, chars, 0, chars.length, direction);
        int count = vector.getNumGlyphs();
        int[] codes = vector.getGlyphCodes(0, count, null);
        int[] clusters = vector.getGlyphCharIndices(0, count, null);
        float[] xy = vector.getGlyphPositions(0, count + 1, null);
        ShapedText.Builder shaped = new ShapedText.Builder(count, chars.length, Math.rint(xy[count * 2]));
        for (int i = 0; i < count; i++) {
            double x = Math.rint(xy[i * 2]);
            shaped.cluster(clusters[i], x, metrics.advance(codes[i]) > 0);
            if (codes[i] < 0xFFFE) { // The JDK's numbers for glyphs that are not to be seen.
                shaped.glyph(codes[i], clusters[i], x, -Math.rint(xy[i * 2 + 1]));
            }
        }
        return shaped.build(rightToLeft);
    }

    private Font font() {
        Font known = font;
        if (known == null) {
            synchronized (this) {
                known = font;
                if (known == null) {
                    known = load();
                    font = known;
                }
            }
        }
        return known;
    }

    private Font load() {
        try {
            return read();
        } catch (IOException e) {
            NoSystemFonts.tell();
        }
        try {
            return read();
        } catch (IOException e) {
            throw new FontException("the JDK cannot read it: " + e.getMessage());
        }
    }

    private Font read() throws IOException {
        try {
            return Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(sfnt))
                    .deriveFont((float) unitsPerEm);
        } catch (FontFormatException e) {
            throw new FontException("the JDK cannot read it: " + e.getMessage());
        }
    }
}
