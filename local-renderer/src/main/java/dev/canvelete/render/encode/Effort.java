package dev.canvelete.render.encode;

/** How hard to look for a smaller file. Either way the pixels are the same. */
public enum Effort {
    /** For a file that is written once. */
    QUICK,
    /** For what is written once and used in many files: some ten times slower, for photos fifty times. */
    THOROUGH
}
