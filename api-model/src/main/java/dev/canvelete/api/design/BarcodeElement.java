package dev.canvelete.api.design;

import org.jspecify.annotations.Nullable;

/**
 * A linear barcode.
 *
 * @param color of the bars, a CSS colour
 * @param background a CSS colour
 * @param showText whether the value stands below the bars
 * @param fontSize in pixels, at the symbol's own size
 * @param textMargin between bars and text, in pixels, at the symbol's own size
 */
public record BarcodeElement(
        Box box,
        String value,
        Format format,
        String color,
        String background,
        boolean showText,
        double fontSize,
        double textMargin,
        TextAlign textAlign)
        implements Element {
    /** The symbologies. */
    public enum Format {
        CODE128,
        CODE39,
        EAN13,
        EAN8,
        UPC,
        UPCE,
        ITF14,
        MSI,
        PHARMACODE,
        CODABAR
    }

    static BarcodeElement read(Fields fields, Box box) {
        @Nullable String value = fields.text("barcodeValue");
        String sizeField = fields.has("barcodeFontSize") ? "barcodeFontSize" : "barcodeTextSize";
        return new BarcodeElement(
                box,
                value == null ? fields.text("barcodeData", "") : value,
                fields.choice("barcodeFormat", Format.CODE128),
                fields.text("barcodeLineColor", "#000000"),
                fields.text("barcodeBackground", "transparent"),
                fields.flag("barcodeShowText", true),
                fields.number(sizeField, 20, 1, 1000),
                fields.number("barcodeTextMargin", 2, 0, 1000),
                fields.choice("barcodeTextAlign", TextAlign.CENTER));
    }
}
