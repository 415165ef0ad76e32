package dev.canvelete.render.paint.raster;

/** What a filter does to a layer. */
sealed interface Effect permits Blur, Recoloring {
    /** The area whose pixels decide those of an area, which is also the area that those of an area spread to. */
    Area around(Area area);

    /** Changes a layer in place. */
    void apply(Layer layer);
}
