package dev.canvelete.api.design;

/** Space between a box's edge and its content, in pixels. */
public record Padding(double top, double right, double bottom, double left) {
    static Padding read(Fields fields) {
        double all = side(fields, "padding", 0);
        return new Padding(
                side(fields, "paddingTop", all),
                side(fields, "paddingRight", all),
                side(fields, "paddingBottom", all),
                side(fields, "paddingLeft", all));
    }

    private static double side(Fields fields, String name, double otherwise) {
        return fields.number(name, otherwise, 0, 1e6);
    }
}
