package dev.canvelete.api.design;

/** A point in an element's box, in pixels from its top left corner. */
public record Point(double x, double y) {}
