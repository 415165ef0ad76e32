package dev.canvelete.render.output;

import dev.canvelete.render.scene.Bitmap;
import java.util.List;

/** A format that is made of pixels. Thread-safe. */
interface PixelFormat {
    /** Whether the format keeps transparency; what does not is laid on white. */
    boolean transparent();

    /** A file of these pixels, quickly. */
    byte[] encode(Bitmap pixels);

    /**
     * What every record shares, worked out thoroughly.
     *
     * @param base what is the same in every record; not to be changed afterwards
     * @param live where records may differ from it
     */
    Shared share(Bitmap base, List<PixelArea> live);

    /** A base of which the unchanging part is encoded. Thread-safe. */
    interface Shared {
        /** A file of pixels that differ from the base only where records may. */
        byte[] encode(Bitmap pixels);
    }
}
