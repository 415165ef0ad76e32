package dev.canvelete.render.paint.pdf;

import dev.canvelete.render.scene.Bitmap;
import dev.canvelete.render.scene.Paint;
import dev.canvelete.render.scene.Picture;
import dev.canvelete.render.scene.Typeface;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a document's content refers to: each thing is written once, and all content shares one dictionary of them. */
final class Resources {
    private final PdfBody body;
    private final PartCache parts;
    private final boolean archival;
    private final int dictionary;
    private final Map<ResourceKind, PdfBuffer> entries = new EnumMap<>(ResourceKind.class);
    private final Map<Typeface, EmbeddedFont> fonts = new LinkedHashMap<>();
    private final Map<Integer, Integer> alphas = new HashMap<>();
    private final Map<Paint, Integer> masks = new HashMap<>();
    private final Map<Object, Integer> images = new IdentityHashMap<>();

    Resources(PdfBody body, PartCache parts, boolean archival) {
        this.body = body;
        this.parts = parts;
        this.archival = archival;
        this.dictionary = body.reserve();
    }

    /** Fonts and images that other documents use too. */
    PartCache parts() {
        return parts;
    }

    private Resources(Resources base, PdfBody body) {
        this.body = body;
        this.parts = base.parts;
        this.archival = base.archival;
        this.dictionary = base.dictionary;
        base.entries.forEach((kind, buffer) -> entries.put(kind, new PdfBuffer().raw(buffer)));
        base.fonts.forEach(
                (typeface, font) -> fonts.put(typeface, font.with(font.subset().fork())));
        alphas.putAll(base.alphas);
        masks.putAll(base.masks);
        images.putAll(base.images);
    }

    /** The same, going on in another body. */
    Resources fork(PdfBody other) {
        return new Resources(this, other);
    }

    /** The number of the dictionary that content names as its resources. */
    int dictionary() {
        return dictionary;
    }

    Collection<EmbeddedFont> fonts() {
        return fonts.values();
    }

    /** Has each font's glyphs so far compressed together. */
    void settleFonts(Compressor compressor) {
        fonts.replaceAll((typeface, font) -> font.with(font.subset().settled(compressor)));
    }

    EmbeddedFont font(Typeface typeface) {
        EmbeddedFont font = fonts.get(typeface);
        if (font == null) {
            font = EmbeddedFont.reserve(body, new FontSubset(parts.face(typeface)));
            fonts.put(typeface, font);
            register(ResourceKind.FONT, font.number());
        }
        return font;
    }

    /** The graphics state with an alpha of so many 255ths. */
    int alpha(int alpha) {
        return alphas.computeIfAbsent(alpha, value -> {
            PdfBuffer state = new PdfBuffer().put("<</ca").number(value / 255.0, 4);
            state.put("/CA").number(value / 255.0, 4).put(">>");
            return register(ResourceKind.STATE, body.add(state));
        });
    }

    /** The graphics state whose mask is a gradient's alphas, within an area in the gradient's coordinates. */
    int mask(Paint paint, Shading shading, Rectangle2D area, int decimals) {
        Integer known = masks.get(paint);
        if (known != null) {
            return known;
        }
        int alphasShading = register(ResourceKind.SHADING, body.add(shading.alphas()));
        PdfBuffer content = new PdfBuffer().matrix(shading.matrix(), decimals).operator("cm");
        content.name(ResourceKind.SHADING.letter, alphasShading).operator("sh");
        int form = form(content, area, "DeviceGray", decimals);
        PdfBuffer state =
                new PdfBuffer().put("<</SMask<</S/Luminosity/G").reference(form).put(">>>>");
        int number = register(ResourceKind.STATE, body.add(state));
        masks.put(paint, number);
        return number;
    }

    int pattern(Shading shading, AffineTransform toPage, int decimals) {
        AffineTransform matrix = new AffineTransform(toPage);
        matrix.concatenate(shading.matrix());
        PdfBuffer pattern = new PdfBuffer().put("<</PatternType 2/Matrix[").matrix(matrix, decimals);
        pattern.put("]/Shading").raw(shading.colours()).put(">>");
        return register(ResourceKind.PATTERN, body.add(pattern));
    }

    /** Content that is painted as one. */
    int group(PdfBuffer content, Rectangle2D area, int decimals) {
        return register(ResourceKind.OBJECT, form(content, area, "DeviceRGB", decimals));
    }

    private int form(PdfBuffer content, Rectangle2D area, String colours, int decimals) {
        PdfBuffer form = new PdfBuffer().put("/Type/XObject/Subtype/Form/BBox[");
        form.number(area.getMinX(), decimals).number(area.getMinY(), decimals);
        form.number(area.getMaxX(), decimals).number(area.getMaxY(), decimals);
        form.put("]/Group<</S/Transparency/I true/CS/")
                .put(colours)
                .put(">>/Resources")
                .reference(dictionary);
        int number = body.reserve();
        body.setText(number, form, content);
        return number;
    }

    int image(Picture picture) {
        Picture.@Nullable Jpeg original = picture.original();
        Object key = original == null ? picture.bitmap() : original.bytes();
        return images.computeIfAbsent(key, unused -> image(parts.image(picture)));
    }

    /** Pixels that are drawn once only. */
    int image(Bitmap bitmap) {
        return image(EncodedImage.of(bitmap));
    }

    private int image(EncodedImage image) {
        return register(ResourceKind.OBJECT, image.write(body, !archival));
    }

    private int register(ResourceKind kind, int object) {
        entries.computeIfAbsent(kind, unused -> new PdfBuffer())
                .name(kind.letter, object)
                .reference(object);
        return object;
    }

    /** Writes the dictionary; nothing can be added to it afterwards. */
    void finish() {
        PdfBuffer out = new PdfBuffer().put("<<");
        entries.forEach(
                (kind, names) -> out.put(kind.entry).put("<<").raw(names).put(">>"));
        body.set(dictionary, out.put(">>"));
    }
}
