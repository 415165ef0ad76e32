package dev.canvelete.api.engine;

/** A design and output options, ready to draw any number of records. Thread-safe. */
public interface PreparedDesign {
    /**
     * Draws one record. The bytes depend on nothing but the design, the options and the record.
     *
     * @throws RenderException if this record cannot be drawn; others are not touched by it
     */
    Rendering render(RenderRecord data) throws RenderException;

    /**
     * About how much memory it holds for as long as it is kept, in bytes, so that whoever keeps many can bound them; 0 for
     * next to nothing.
     */
    default long bytes() {
        return 0;
    }
}
