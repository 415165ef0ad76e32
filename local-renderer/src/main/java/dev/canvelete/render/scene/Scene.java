package dev.canvelete.render.scene;

import java.util.List;

/**
 * A drawing in CSS pixels, its origin at the top left and y downwards. Immutable: the paths, transforms and arrays in it
 * are not copied, and nobody changes them.
 *
 * @param width of the canvas
 * @param height of the canvas
 * @param items in painting order, first at the bottom; the canvas itself is transparent
 */
public record Scene(double width, double height, List<Item> items) {
    public Scene {
        items = List.copyOf(items);
    }
}
