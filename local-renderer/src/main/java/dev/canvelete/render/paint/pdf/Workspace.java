package dev.canvelete.render.paint.pdf;

/**
 * What one document is written with and the next one can be written with again, empty. For one thread at a time; one
 * that is kept for as long as the program runs need not be closed.
 */
public final class Workspace implements AutoCloseable {
    /** Bytes that a buffer may keep for the next document; one for a photo may be many megabytes. */
    private static final int KEPT = 1 << 18;

    private final Compressor compressor;
    private PdfBuffer file = new PdfBuffer(1 << 14);
    private PdfBuffer packed = new PdfBuffer(1 << 12);
    private PdfBuffer index = new PdfBuffer(1 << 12);
    private PdfBuffer content = new PdfBuffer(1 << 10);

    private Workspace(Compressor compressor) {
        this.compressor = compressor;
    }

    /** For what one document has of its own. */
    public static Workspace quick() {
        return new Workspace(Compressor.quick());
    }

    /** For what many documents share. */
    static Workspace thorough() {
        return new Workspace(Compressor.thorough());
    }

    Compressor compressor() {
        return compressor;
    }

    /** For what goes into a file in the order in which it is written. */
    PdfBuffer file() {
        return file = emptied(file);
    }

    /** For objects that are compressed together. */
    PdfBuffer packed() {
        return packed = emptied(packed);
    }

    /** For where each of them begins. */
    PdfBuffer index() {
        return index = emptied(index);
    }

    /** For one text after another that is compressed as soon as it is written. */
    PdfBuffer content() {
        return content = emptied(content);
    }

    private static PdfBuffer emptied(PdfBuffer buffer) {
        if (buffer.array().length > KEPT) {
            return new PdfBuffer(KEPT);
        }
        buffer.clear();
        return buffer;
    }

    @Override
    public void close() {
        compressor.close();
    }
}
