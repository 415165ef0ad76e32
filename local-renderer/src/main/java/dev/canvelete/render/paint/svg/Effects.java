package dev.canvelete.render.paint.svg;

import dev.canvelete.render.scene.Bounds;
import dev.canvelete.render.scene.Filter;
import dev.canvelete.render.scene.Group;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** Filters (SVG 1.1, 15), on colours as they are stored, as CSS filters them. */
final class Effects {
    private static final int DIGITS = 5;

    private Effects() {}

    static Definition of(Group group) {
        Rectangle2D region = Bounds.of(Group.filtered(group.items(), group.filters()));
        double left = Math.floor(region.getMinX()) - 1;
        double top = Math.floor(region.getMinY()) - 1;
        Markup rest = new Markup().attribute("filterUnits", "userSpaceOnUse");
        rest.attribute("x", left, 0).attribute("y", top, 0);
        rest.attribute("width", Math.ceil(region.getMaxX()) + 1 - left, 0);
        rest.attribute("height", Math.ceil(region.getMaxY()) + 1 - top, 0);
        rest.put(" color-interpolation-filters=\"sRGB\">");
        for (Filter filter : group.filters()) {
            switch (filter) {
                case Filter.Blur blur ->
                    rest.put("<feGaussianBlur")
                            .attribute("stdDeviation", blur.deviation(), DIGITS)
                            .put("/>");
                case Filter.ColorMatrix matrix -> matrix(rest, matrix.factors());
            }
        }
        return new Definition("filter", rest.put("</filter>").plain());
    }

    private static void matrix(Markup out, List<Double> factors) {
        out.put("<feColorMatrix type=\"matrix\" values=\"");
        for (int i = 0; i < factors.size(); i++) {
            out.put(i == 0 ? "" : " ").number(factors.get(i), DIGITS);
        }
        out.put("\"/>");
    }
}
