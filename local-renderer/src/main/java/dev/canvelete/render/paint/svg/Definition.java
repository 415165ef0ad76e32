package dev.canvelete.render.paint.svg;

/**
 * An element that others refer to: a gradient, a clip, a filter, an image. Equal ones are written once.
 *
 * @param element its name
 * @param rest what follows its id: attributes, content and end
 */
record Definition(String element, String rest) {}
