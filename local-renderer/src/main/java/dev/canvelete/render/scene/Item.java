package dev.canvelete.render.scene;

/** One thing to paint. Whatever an element is, it resolves to these, and a painter knows nothing else. */
public sealed interface Item permits Fill, Glyphs, Group, Picture, Stroke {
    /** Whether any of it shows, blurred, what is painted before it. */
    default boolean seesThrough() {
        return false;
    }
}
