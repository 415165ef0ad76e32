package dev.canvelete.render.output;

import dev.canvelete.render.scene.Bitmap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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

        /**
         * A file of pixels that differ from the base elsewhere, too.
         *
         * @param reached where they differ
         * @return nothing if all pixels must be encoded
         */
        default Optional<byte[]> encodeBeyond(Bitmap pixels, List<PixelArea> reached) {
            return Optional.empty();
        }
    }

    /**
     * A base whose rows that records may change form bands, and a band's encoding follows from its own pixels. Thread-safe.
     *
     * @param <B> a band that is encoded
     */
    interface Banded<B> extends Shared {
        /** The rows of each band, as wide as the base. */
        List<PixelArea> bands();

        /** A band alone; nothing if it cannot be encoded without the others. */
        Optional<B> encode(int band, Bitmap pixels);

        /**
         * A file of which some bands are encoded already; their pixels are not looked at.
         *
         * @param known one for each band, null for those that are not known
         * @return nothing if what is known does not go together with the rest, so that all pixels are needed
         */
        Optional<byte[]> encode(Bitmap pixels, List<@Nullable B> known);

        /** About what a band takes in memory. */
        int bytes(B band);
    }
}
