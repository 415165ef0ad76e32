package dev.canvelete.render.font;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A font file that is read and parsed when it is first needed. Thread-safe; equal only to itself. */
final class FontFile {
    private final String name;
    private final Coverage coverage;
    private final Supplier<byte[]> content;
    private volatile @Nullable FontProgram program;

    FontFile(String name, Coverage coverage, Supplier<byte[]> content) {
        this.name = name;
        this.coverage = coverage;
        this.content = content;
    }

    FontFile(FontProgram parsed) {
        this("", Coverage.ALL, parsed::sfnt);
        program = parsed;
    }

    FontProgram program() {
        FontProgram known = program;
        if (known == null) {
            synchronized (this) {
                known = program;
                if (known == null) {
                    known = FontProgram.parse(name, content.get());
                    program = known;
                }
            }
        }
        return known;
    }

    /** The glyph of a character, 0 when this file has none. */
    int glyph(int codePoint) {
        return coverage.contains(codePoint) ? program().glyph(codePoint) : 0;
    }
}
