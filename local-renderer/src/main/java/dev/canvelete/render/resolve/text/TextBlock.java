package dev.canvelete.render.resolve.text;

import dev.canvelete.api.render.Warning;
import dev.canvelete.render.scene.Item;
import java.util.List;

/**
 * A text, laid out.
 *
 * @param items what to paint, in the coordinates of the canvas, as if the element were not rotated
 * @param width of the widest line in pixels, without spaces that hang
 * @param height of all lines together in pixels
 * @param fontSize in pixels that the text has got; less than what was asked for when it was shrunk to fit
 * @param overflows whether the text is higher than its box, or a line wider
 */
public record TextBlock(
        List<Item> items, double width, double height, double fontSize, boolean overflows, List<Warning> warnings) {
    public TextBlock {
        items = List.copyOf(items);
        warnings = List.copyOf(warnings);
    }
}
