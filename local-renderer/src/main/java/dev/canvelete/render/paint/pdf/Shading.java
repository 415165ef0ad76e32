package dev.canvelete.render.paint.pdf;

import dev.canvelete.render.paint.vector.Ramp;
import dev.canvelete.render.paint.vector.Ramp.Piece;
import dev.canvelete.render.paint.vector.Ramp.Rgba;
import dev.canvelete.render.scene.Paint;
import java.awt.geom.AffineTransform;

/**
 * A gradient as PDF has it (ISO 32000-2, 8.7.4.5): along a line, or from a circle's centre to its edge.
 *
 * @param matrix from the shading's coordinates to those of the paint
 */
record Shading(Ramp ramp, String geometry, AffineTransform matrix) {
    private static final int DIGITS = 5;

    static Shading of(Paint.Linear paint) {
        Ramp ramp = Ramp.of(paint.stops());
        PdfBuffer geometry = new PdfBuffer().put("/ShadingType 2/Coords[");
        geometry.number(paint.x0(), DIGITS).number(paint.y0(), DIGITS);
        geometry.number(paint.x0() + (paint.x1() - paint.x0()) * ramp.end(), DIGITS);
        geometry.number(paint.y0() + (paint.y1() - paint.y0()) * ramp.end(), DIGITS);
        return new Shading(ramp, geometry.put("]").ascii(), new AffineTransform());
    }

    static Shading of(Paint.Radial paint) {
        Ramp ramp = Ramp.of(paint.stops());
        PdfBuffer geometry = new PdfBuffer().put("/ShadingType 3/Coords[0 0 0 0 0");
        geometry.number(ramp.end(), DIGITS).put("]");
        AffineTransform matrix = new AffineTransform(paint.rx(), 0, 0, paint.ry(), paint.cx(), paint.cy());
        return new Shading(ramp, geometry.ascii(), matrix);
    }

    /** The colours, opaque. */
    PdfBuffer colours() {
        return dictionary("/ColorSpace/DeviceRGB", false);
    }

    /** The alphas, as greys. */
    PdfBuffer alphas() {
        return dictionary("/ColorSpace/DeviceGray", true);
    }

    private PdfBuffer dictionary(String colourSpace, boolean alpha) {
        PdfBuffer out = new PdfBuffer().put("<<").put(geometry).put(colourSpace);
        out.put("/Extend[true true]");
        if (ramp.end() != 1) {
            out.put("/Domain[0").number(ramp.end(), DIGITS).put("]");
        }
        out.put("/Function");
        if (ramp.pieces().size() == 1) {
            function(out, ramp.pieces().getFirst(), alpha);
        } else {
            stitched(out, alpha);
        }
        return out.put(">>");
    }

    private void stitched(PdfBuffer out, boolean alpha) {
        out.put("<</FunctionType 3/Domain[0").number(ramp.end(), DIGITS).put("]/Functions[");
        for (Piece piece : ramp.pieces()) {
            function(out, piece, alpha);
        }
        out.put("]/Bounds[");
        for (Piece piece : ramp.pieces().subList(1, ramp.pieces().size())) {
            out.number(piece.from(), DIGITS);
        }
        out.put("]/Encode[");
        for (int i = 0; i < ramp.pieces().size(); i++) {
            out.put("0 1");
        }
        out.put("]>>");
    }

    private static void function(PdfBuffer out, Piece piece, boolean alpha) {
        out.put("<</FunctionType 2/Domain[0 1]/C0[");
        channels(out, piece.first(), alpha);
        out.put("]/C1[");
        channels(out, piece.last(), alpha);
        out.put("]/N 1>>");
    }

    private static void channels(PdfBuffer out, Rgba colour, boolean alpha) {
        if (alpha) {
            out.number(colour.alpha(), DIGITS);
        } else {
            out.number(colour.red(), DIGITS).number(colour.green(), DIGITS).number(colour.blue(), DIGITS);
        }
    }
}
