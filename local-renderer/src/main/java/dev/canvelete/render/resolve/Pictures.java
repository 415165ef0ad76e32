package dev.canvelete.render.resolve;

import dev.canvelete.api.design.Box;
import dev.canvelete.api.design.Corners;
import dev.canvelete.api.design.ImageElement;
import dev.canvelete.api.design.ObjectFit;
import dev.canvelete.api.design.SvgElement;
import dev.canvelete.api.render.Warning;
import dev.canvelete.render.css.FieldException;
import dev.canvelete.render.css.Position;
import dev.canvelete.render.image.BrokenImageException;
import dev.canvelete.render.image.DecodedImage;
import dev.canvelete.render.image.LoadedImages;
import dev.canvelete.render.resolve.shape.BoxShapes;
import dev.canvelete.render.resolve.shape.PathShapes;
import dev.canvelete.render.resolve.shape.PixelGrid;
import dev.canvelete.render.resource.ResourceException;
import dev.canvelete.render.scene.Bitmap;
import dev.canvelete.render.scene.Group;
import dev.canvelete.render.scene.Item;
import dev.canvelete.render.scene.Picture;
import java.awt.geom.AffineTransform;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Images and SVG documents, placed in their boxes as CSS's {@code object-fit} does. */
final class Pictures {
    private static final Corners SHARP = new Corners(0, 0, 0, 0);

    /** How far an image may be enlarged before it is worth a warning. */
    private static final double ENLARGED = 2;

    private final LoadedImages images;
    private final PixelGrid grid;

    Pictures(LoadedImages images, PixelGrid grid) {
        this.images = images;
        this.grid = grid;
    }

    List<Item> image(ImageElement image, Consumer<Warning> warnings) throws ResourceException {
        PixelGrid.Snapped at = grid.snap(image.box());
        List<Item> items = new ArrayList<>(BoxShapes.shadows(at, image.corners(), image.boxShadow()));
        if (image.src().isBlank() || at.width() <= 0 || at.height() <= 0) {
            return items;
        }
        Position position = FieldException.reading("objectPosition", () -> Position.parse(image.position()));
        items.add(placed(image.box(), image.src(), at, image.fit(), position, image.corners(), warnings));
        return items;
    }

    List<Item> svg(SvgElement svg, Consumer<Warning> warnings) throws ResourceException {
        PixelGrid.Snapped at = grid.snap(svg.box());
        if (svg.path() != null) {
            String fill = svg.fill() == null ? "#000" : svg.fill();
            return PathShapes.drawn(svg.path(), at, fill, svg.outline());
        }
        if (svg.src().isBlank() || at.width() <= 0 || at.height() <= 0) {
            return List.of();
        }
        return List.of(placed(svg.box(), svg.src(), at, svg.fit(), Position.CENTER, SHARP, warnings));
    }

    private Item placed(
            Box box,
            String src,
            PixelGrid.Snapped at,
            ObjectFit fit,
            Position position,
            Corners corners,
            Consumer<Warning> warnings)
            throws ResourceException {
        DecodedImage image = images.image(src, at.width() * grid.scale(), at.height() * grid.scale());
        ObjectFit used = fit == ObjectFit.FILL && image.keepsRatio() ? ObjectFit.CONTAIN : fit;
        double scaleX = scale(used, at.width() / image.width(), at.height() / image.height());
        double scaleY = used == ObjectFit.FILL ? at.height() / image.height() : scaleX;
        double exactWidth = image.width() * scaleX;
        double exactHeight = image.height() * scaleY;
        double exactLeft = at.x() + position.x(at.width() - exactWidth);
        double exactTop = at.y() + position.y(at.height() - exactHeight);
        double left = grid.snap(exactLeft);
        double top = grid.snap(exactTop);
        double width = grid.snap(exactLeft + exactWidth) - left;
        double height = grid.snap(exactTop + exactHeight) - top;
        double enlarged = width * grid.scale() / image.pixelsAcross();
        if (enlarged > ENLARGED) {
            warnings.accept(new Warning(
                    "IMAGE_UPSCALED",
                    box.label(),
                    String.format(Locale.ROOT, "%s: the image is drawn %.1f times as large", box.place(), enlarged)));
        }
        Picture picture = new Picture(
                () -> pixels(image, box), new AffineTransform(width, 0, 0, height, left, top), image.original());
        boolean inside = left >= at.x()
                && top >= at.y()
                && left + width <= at.x() + at.width()
                && top + height <= at.y() + at.height();
        return inside && corners.equals(SHARP)
                ? picture
                : Group.clipped(List.of(picture), BoxShapes.outline(at, corners));
    }

    private static Bitmap pixels(DecodedImage image, Box box) {
        try {
            return image.bitmap();
        } catch (BrokenImageException e) {
            throw e.at(box.place() + ".src", "element " + box.label());
        }
    }

    private static double scale(ObjectFit fit, double toWidth, double toHeight) {
        return switch (fit) {
            case FILL -> toWidth;
            case CONTAIN -> Math.min(toWidth, toHeight);
            case COVER -> Math.max(toWidth, toHeight);
            case NONE -> 1;
            case SCALE_DOWN -> Math.min(1, Math.min(toWidth, toHeight));
        };
    }
}
