package dev.canvelete.render.output;

import dev.canvelete.render.scene.Bitmap;
import dev.canvelete.render.scene.Group;
import dev.canvelete.render.scene.Item;
import dev.canvelete.render.scene.Picture;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Bands that records share, kept while there is room: a photo that many show is most of the work, and a batch of
 * certificates has one course or a few. A band without a picture is kept when one like it came lately, since keeping what
 * comes but once would cost more than it saves. A band's encoding follows from its pixels, and these from what its live
 * parts were made of and from their pictures, so that a record's file is the same whether or not a band of it was known.
 * Thread-safe.
 *
 * @param <B> a band that is encoded
 */
final class KnownBands<B> {
    private final PixelFormat.Banded<B> format;
    private final List<PixelArea> rows;
    /** The band of each live part; -1 for one that is expected nowhere. */
    private final int[] bandOf;

    private final BandCache cache;
    /** What came lately in each band. */
    private final List<LatelySeen> lately;

    /** Tells these bands from those of other designs, without keeping more of this one than its bands. */
    private final Object design = new Object();

    /** What a band's pixels follow from. Pictures are told apart by identity, which is how bitmaps are equal. */
    private record Key(Object design, int band, List<?> sources, List<Bitmap> pictures) {
        int bytes() {
            int said = pictures.isEmpty() ? Character.BYTES * sources.toString().length() : 0;
            return said
                    + pictures.stream()
                            .mapToInt(picture -> Integer.BYTES * picture.argb().length)
                            .sum();
        }
    }

    KnownBands(PixelFormat.Banded<B> format, List<PixelArea> expected, BandCache cache) {
        this.format = format;
        this.rows = format.bands();
        this.bandOf = expected.stream().mapToInt(this::band).toArray();
        this.cache = cache;
        this.lately = rows.stream().map(band -> new LatelySeen()).toList();
    }

    private int band(PixelArea area) {
        for (int i = 0; i < rows.size(); i++) {
            if (!area.isEmpty() && rows.get(i).sharesRows(area)) {
                return i;
            }
        }
        return -1;
    }

    /**
     * What is known of a record.
     *
     * @param reached by each live part, none of it outside what was expected
     */
    Record<B> of(List<List<Item>> live, List<?> sources, List<PixelArea> reached) {
        List<@Nullable Key> keys = new ArrayList<>(Collections.nCopies(rows.size(), null));
        List<@Nullable B> bands = new ArrayList<>(Collections.nCopies(rows.size(), null));
        if (eachInItsBand(reached)) {
            for (int band = 0; band < rows.size(); band++) {
                Key key = key(band, live, sources);
                keys.set(band, key);
                bands.set(band, key == null ? null : known(key));
            }
        }
        return new Record<>(this, keys, bands);
    }

    private boolean eachInItsBand(List<PixelArea> reached) {
        for (int part = 0; part < bandOf.length; part++) {
            boolean nowhere = reached.get(part).isEmpty();
            if (!nowhere && (bandOf[part] < 0 || !reached.get(part).withinRows(rows.get(bandOf[part])))) {
                return false;
            }
        }
        return true;
    }

    /** Null for a band that is not worth looking up. */
    private @Nullable Key key(int band, List<List<Item>> live, List<?> sources) {
        List<Object> own = new ArrayList<>();
        List<Bitmap> pictures = new ArrayList<>();
        for (int part = 0; part < bandOf.length; part++) {
            if (bandOf[part] == band) {
                own.add(sources.get(part));
                collect(live.get(part), pictures);
            }
        }
        Key key = new Key(design, band, own, pictures);
        return pictures.isEmpty() && !lately.get(band).again(key.hashCode()) ? null : key;
    }

    @SuppressWarnings("unchecked") // Only this puts what has a key of its design, and puts its own bands.
    private @Nullable B known(Key key) {
        return (B) cache.get(key);
    }

    private void keep(Key key, B band) {
        cache.put(key, band, key.bytes() + format.bytes(band));
    }

    private static void collect(List<Item> items, List<Bitmap> pictures) {
        for (Item item : items) {
            if (item instanceof Picture picture) {
                pictures.add(picture.bitmap());
            } else if (item instanceof Group group) {
                collect(group.items(), pictures);
            }
        }
    }

    /** The bands of one record. */
    record Record<B>(KnownBands<B> all, List<@Nullable Key> keys, List<@Nullable B> bands) {
        /** Where live parts are that must be painted: those of known bands are nowhere. */
        List<PixelArea> unknown(List<PixelArea> reached) {
            PixelArea[] unknown = reached.toArray(PixelArea[]::new);
            Arrays.setAll(unknown, part -> {
                int band = all.bandOf[part];
                return band >= 0 && bands.get(band) != null ? PixelArea.NONE : unknown[part];
            });
            return List.of(unknown);
        }

        /** The file; nothing if all bands must be painted for it. */
        Optional<byte[]> encode(Bitmap pixels) {
            for (int band = 0; band < keys.size(); band++) {
                Key key = keys.get(band);
                if (key != null && bands.get(band) == null) {
                    Optional<B> encoded = all.format.encode(band, pixels);
                    bands.set(band, encoded.orElse(null));
                    encoded.ifPresent(own -> all.keep(key, own));
                }
            }
            return all.format.encode(pixels, bands);
        }
    }
}
