package dev.canvelete.render.output;

import dev.canvelete.render.output.Output.Part;
import dev.canvelete.render.scene.Bounds;
import dev.canvelete.render.scene.Item;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Finds what must be painted again for live parts: their own pixels, and all that lies there once something fixed lies
 * above one of them. Thread-safe.
 */
final class Regions {
    private final List<Part> parts;
    private final Panes panes;
    private final List<Fixed> fixed = new ArrayList<>();
    /** The part of each live one among all parts. */
    private final int[] partOf;

    /** Where an item of a fixed part lies. */
    private record Fixed(int part, PixelArea area) {}

    /**
     * A rectangle that has no pixel in common with another region.
     *
     * @param covered whether it must be painted from the bottom
     * @param live the numbers of the live parts in it
     */
    record Region(PixelArea area, boolean covered, BitSet live) {
        private Region and(Region other) {
            BitSet both = (BitSet) live.clone();
            both.or(other.live);
            return new Region(area.union(other.area), covered || other.covered, both);
        }
    }

    /** @param toPixels the pixels that something in a rectangle may touch */
    Regions(List<Part> parts, Panes panes, Function<Rectangle2D, PixelArea> toPixels) {
        this.parts = List.copyOf(parts);
        this.panes = panes;
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i) instanceof Part.Fixed(List<Item> items)) {
                for (Item item : items) {
                    fixed.add(new Fixed(i, toPixels.apply(Bounds.of(item))));
                }
            }
        }
        this.partOf = IntStream.range(0, parts.size())
                .filter(i -> parts.get(i) instanceof Part.Live)
                .toArray();
    }

    /** The pixels that each live part changes when it lies there. */
    List<PixelArea> seen(List<PixelArea> live) {
        return IntStream.range(0, partOf.length)
                .mapToObj(i -> panes.seen(partOf[i], live.get(i)))
                .toList();
    }

    /** What must be painted for what live parts reach, areas that overlap merged into one. */
    List<Region> of(List<PixelArea> reached) {
        List<Region> regions = new ArrayList<>();
        for (int i = 0; i < partOf.length; i++) {
            PixelArea area = reached.get(i);
            if (!area.isEmpty()) {
                BitSet live = new BitSet(partOf.length);
                live.set(i);
                add(new Region(area, isCovered(partOf[i], area), live), regions);
            }
        }
        return regions;
    }

    private void add(Region region, List<Region> regions) {
        Region next = whole(region);
        for (int i = 0; i < regions.size(); i++) {
            if (regions.get(i).area.intersects(next.area)) {
                next = whole(next.and(regions.remove(i)));
                // The larger one may reach others that were passed by.
                i = -1;
            }
        }
        regions.add(next);
    }

    private Region whole(Region region) {
        return region.covered ? new Region(panes.whole(region.area), true, region.live) : region;
    }

    /** Whether something fixed lies above something live, which must not be painted over it. */
    private boolean isCovered(int part, PixelArea area) {
        for (Fixed item : fixed) {
            if (item.part > part && item.area.intersects(area)) {
                return true;
            }
        }
        return false;
    }

    /** What is painted in a region, in order: all that may reach it where it is covered, else what is live alone. */
    List<Item> items(Region region, List<List<Item>> live) {
        List<Item> items = new ArrayList<>();
        if (!region.covered) {
            region.live.stream().forEach(own -> items.addAll(live.get(own)));
            return items;
        }
        int next = 0;
        for (Part part : parts) {
            switch (part) {
                case Part.Fixed(List<Item> under) -> items.addAll(under);
                case Part.Live ignored -> {
                    int own = next++;
                    items.addAll(region.live.get(own) ? live.get(own) : List.of());
                }
            }
        }
        return items;
    }
}
