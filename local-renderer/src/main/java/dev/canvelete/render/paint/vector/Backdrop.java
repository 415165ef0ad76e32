package dev.canvelete.render.paint.vector;

import dev.canvelete.render.scene.Group;
import dev.canvelete.render.scene.Item;
import java.awt.geom.AffineTransform;
import java.awt.geom.NoninvertibleTransformException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is already painted on the layer that an item goes onto.
 *
 * @param around what was painted before the group that these items are in, unless that has a layer of its own
 * @param transform of that group
 * @param items painted so far, in the group's coordinates
 */
public record Backdrop(@Nullable Backdrop around, AffineTransform transform, List<Item> items) {
    /** A layer's own items. */
    public Backdrop(List<Item> items) {
        this(null, new AffineTransform(), items);
    }

    /** Nothing painted yet. */
    public static Backdrop empty() {
        return new Backdrop(new ArrayList<>());
    }

    /** What is behind the items of a group that is about to be painted. */
    public Backdrop into(Group group) {
        return group.isolated() ? empty() : new Backdrop(this, group.transform(), new ArrayList<>());
    }

    /** All of it, in the coordinates of the items. */
    public List<Item> all() {
        if (around == null) {
            return items;
        }
        try {
            List<Item> all = new ArrayList<>();
            all.add(Group.transformed(around.all(), transform.createInverse()));
            all.addAll(items);
            return all;
        } catch (NoninvertibleTransformException e) {
            return items;
        }
    }
}
