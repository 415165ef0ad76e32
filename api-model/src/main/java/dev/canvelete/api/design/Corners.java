package dev.canvelete.api.design;

/** The radii of a box's corners in pixels, before they are made to fit. */
public record Corners(double topLeft, double topRight, double bottomRight, double bottomLeft) {
    static Corners read(Fields fields) {
        double all = radius(fields, "borderRadius", 0);
        return new Corners(
                radius(fields, "borderRadiusTopLeft", all),
                radius(fields, "borderRadiusTopRight", all),
                radius(fields, "borderRadiusBottomRight", all),
                radius(fields, "borderRadiusBottomLeft", all));
    }

    private static double radius(Fields fields, String name, double otherwise) {
        return fields.number(name, otherwise, 0, 1e6);
    }
}
