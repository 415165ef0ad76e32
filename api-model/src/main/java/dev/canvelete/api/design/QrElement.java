package dev.canvelete.api.design;

import org.jspecify.annotations.Nullable;

/**
 * A QR code (ISO/IEC 18004).
 *
 * @param color a CSS colour
 * @param background a CSS colour
 * @param level how much of the symbol may be damaged
 * @param margin the quiet zone in modules
 */
public record QrElement(Box box, String value, String color, String background, Level level, int margin)
        implements Element {
    /** Error correction levels. */
    public enum Level {
        L,
        M,
        Q,
        H
    }

    static QrElement read(Fields fields, Box box) {
        @Nullable String value = fields.text("qrValue");
        return new QrElement(
                box,
                value == null ? fields.text("qrData", "") : value,
                fields.text("qrColor", "#000000"),
                fields.text("qrBgColor", "#ffffff"),
                fields.choice("qrErrorLevel", Level.M),
                (int) fields.number("qrMargin", 1, 0, 100));
    }
}
