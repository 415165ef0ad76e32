package dev.canvelete.render.paint.svg;

import dev.canvelete.render.paint.vector.Ramp;
import dev.canvelete.render.paint.vector.Ramp.Piece;
import dev.canvelete.render.paint.vector.Ramp.Rgba;
import dev.canvelete.render.scene.Paint;
import java.awt.geom.AffineTransform;
import java.util.List;

/** Gradients as paint servers (SVG 1.1, 13.2), in the coordinates of what they paint. */
final class Gradients {
    private static final int DIGITS = 5;

    private Gradients() {}

    static Definition linear(Paint.Linear paint) {
        Markup rest = new Markup().attribute("gradientUnits", "userSpaceOnUse");
        rest.attribute("x1", paint.x0(), DIGITS).attribute("y1", paint.y0(), DIGITS);
        rest.attribute("x2", paint.x1(), DIGITS).attribute("y2", paint.y1(), DIGITS);
        return definition("linearGradient", rest, paint.stops());
    }

    static Definition radial(Paint.Radial paint) {
        Markup rest = new Markup().attribute("gradientUnits", "userSpaceOnUse");
        rest.put(" cx=\"0\" cy=\"0\" r=\"1\"");
        AffineTransform matrix = new AffineTransform(paint.rx(), 0, 0, paint.ry(), paint.cx(), paint.cy());
        rest.transform("gradientTransform", matrix, DIGITS);
        return definition("radialGradient", rest, paint.stops());
    }

    private static Definition definition(String element, Markup rest, List<Paint.Stop> stops) {
        rest.put(">");
        Rgba before = null;
        for (Piece piece : Ramp.of(stops).pieces()) {
            if (!piece.first().equals(before)) {
                stop(rest, piece.from(), piece.first());
            }
            if (piece.from() < 1) {
                stop(rest, piece.to(), piece.last());
            }
            before = piece.last();
        }
        return new Definition(element, rest.put("</" + element + ">").plain());
    }

    private static void stop(Markup out, double offset, Rgba colour) {
        out.put("<stop").attribute("offset", offset, DIGITS);
        out.attribute("stop-color", Colours.hex(colour.red(), colour.green(), colour.blue()));
        if (colour.alpha() < 1) {
            out.attribute("stop-opacity", colour.alpha(), DIGITS);
        }
        out.put("/>");
    }
}
