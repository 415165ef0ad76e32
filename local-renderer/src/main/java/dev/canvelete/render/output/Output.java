package dev.canvelete.render.output;

import dev.canvelete.render.paint.vector.Layer;
import dev.canvelete.render.scene.Item;
import dev.canvelete.render.scene.Scene;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** One format at one size with one set of options. Thread-safe. */
public interface Output {
    /** The file of one drawing. */
    byte[] write(Scene scene);

    /** What every record of a design shares, worked out once and thoroughly. */
    Shared share(double width, double height, List<Part> parts);

    /** A part of a design's painting order. */
    sealed interface Part {
        /** Items that are the same for every record. */
        record Fixed(List<Item> items) implements Part {}

        /**
         * A place for what each record has of its own.
         *
         * @param expected where that will probably lie, in CSS pixels; outside it is right too, but slower
         */
        record Live(Rectangle2D expected) implements Part {}

        /** The same for painters that have no use for expectations. */
        static List<Layer> layers(List<Part> parts) {
            return parts.stream().map(Part::layer).toList();
        }

        private static Layer layer(Part part) {
            return switch (part) {
                case Fixed(List<Item> items) -> new Layer.Fixed(items);
                case Live ignored -> new Layer.Live();
            };
        }
    }

    /** A design of which the fixed parts are done. Thread-safe. */
    interface Shared {
        /**
         * The file of one record, the same picture as the whole drawing gives.
         *
         * @param live the items of each live part, in order
         */
        byte[] write(List<List<Item>> live);

        /**
         * The same, so that what records repeat can be recognised.
         *
         * @param sources what the items of each live part were made of: from equal sources come items that differ in
         *     their pictures at the most
         */
        default byte[] write(List<List<Item>> live, List<?> sources) {
            return write(live);
        }

        /** About how much memory is held for all records, in bytes. */
        default long bytes() {
            return 0;
        }
    }
}
