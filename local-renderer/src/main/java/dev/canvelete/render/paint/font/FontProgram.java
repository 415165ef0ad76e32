package dev.canvelete.render.paint.font;

/** A parsed font program that subsets are cut from. Thread-safe. */
public sealed interface FontProgram permits TrueTypeProgram {
    /**
     * Parses an sfnt with {@code glyf} or {@code CFF} outlines.
     *
     * @param name for messages
     * @throws BrokenFontException when its tables are not what the format says
     */
    static FontProgram parse(String name, byte[] program) {
        Sfnt sfnt = Sfnt.parse(name, program);
        return TrueTypeProgram.parse(sfnt);
    }

    /** What is the same for all of the font. */
    FontMetrics metrics();

    /** A glyph's horizontal advance in font units. */
    int advance(int glyph);
}
