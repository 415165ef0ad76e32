package dev.canvelete.render.paint.vector;

import dev.canvelete.render.scene.Group;
import dev.canvelete.render.scene.Item;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A group that blurs what is behind it, for painters that cannot: that is drawn as pixels, and the group's own items over
 * it as any others, unless opacity or filters take both together.
 *
 * @param pixels what is drawn as pixels
 * @param deviation of the blur that all of the pixels went through, in the coordinates around the group; 0 if some did not
 * @param over what comes over the pixels
 */
public record Glass(List<Item> pixels, double deviation, Optional<Group> over) {
    /** @param behind what is painted on the group's layer already */
    public static Glass of(Group group, List<Item> behind) {
        List<Item> pixels = new ArrayList<>(behind);
        Path2D clip = group.clip();
        if (clip == null || group.opacity() < 1 || !group.filters().isEmpty()) {
            pixels.add(group);
            return new Glass(pixels, 0, Optional.empty());
        }
        // The clip's rectangle, so that at round corners too no pixel is half of what is not blurred.
        Path2D frame = new Path2D.Double(clip.getBounds2D());
        pixels.add(new Group(List.of(), group.transform(), frame, 1, List.of(), group.backdropBlur()));
        Group over = new Group(group.items(), group.transform(), clip, 1, List.of(), 0);
        double scale = Math.sqrt(Math.abs(group.transform().getDeterminant()));
        return new Glass(pixels, group.backdropBlur() * scale, Optional.of(over));
    }
}
