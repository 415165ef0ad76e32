package dev.canvelete.cli.validate;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which fields the design format knows, by element type. */
final class KnownFields {
    private static final Set<String> COMMON = words("type x y width height rotation opacity visible id name groupId"
            + " isDynamic locked blur brightness contrast saturate hueRotate zIndex");
    private static final String CORNERS =
            " borderRadius borderRadiusTopLeft borderRadiusTopRight borderRadiusBottomLeft borderRadiusBottomRight";
    private static final String PADDING = " padding paddingTop paddingRight paddingBottom paddingLeft";
    private static final String OUTLINE = "fill stroke strokeWidth lineCap lineDash";
    private static final String BOX = "fill stroke strokeWidth borderStyle boxShadow" + CORNERS;

    private static final Map<String, Set<String>> BY_TYPE = Map.ofEntries(
            Map.entry("rectangle", words(BOX)),
            Map.entry("circle", words("fill stroke strokeWidth borderStyle")),
            Map.entry("container", words(BOX + " backdropBlur" + PADDING)),
            Map.entry(
                    "text",
                    words(
                            "text fontSize fontFamily fontWeight fontStyle textAlign textDecoration textTransform lineHeight"
                                    + " letterSpacing fill color textShadowX textShadowY textShadowBlur textShadowColor"
                                    + " textStrokeWidth textStrokeColor verticalAlign autoFit minFontSize" + PADDING)),
            Map.entry(
                    "image", words("src objectFit objectPosition boxShadow stroke strokeWidth borderStyle" + CORNERS)),
            Map.entry("svg", words("src svgPath svgViewBox objectFit objectPosition " + OUTLINE)),
            Map.entry("line", words("linePoints stroke strokeWidth lineCap lineDash")),
            Map.entry("polygon", words("svgPath svgViewBox polygonPoints polygonSides " + OUTLINE)),
            Map.entry("star", words("starPoints starInnerRadius " + OUTLINE)),
            Map.entry("bezier", words("bezierPoints svgPath svgViewBox " + OUTLINE)),
            Map.entry("qr", words("qrValue qrData qrColor qrBgColor qrErrorLevel qrMargin")),
            Map.entry(
                    "barcode",
                    words("barcodeValue barcodeData barcodeFormat barcodeLineColor barcodeBackground barcodeShowText"
                            + " barcodeFontSize barcodeTextSize barcodeTextMargin barcodeTextAlign")),
            Map.entry(
                    "table",
                    words("tableRows tableColumns tableHasHeader tableHasVerticalHeader tableHeaderData tableCellData"
                            + " tableColumnWidths tableRowHeights tableHeaderBackground tableHeaderTextColor"
                            + " tableCellTextColor tableCellFontSize tableHeaderFontSize tableFontFamily"
                            + " tableBorderColor tableBorderWidth tableAlternateRowColor tableCellPadding"
                            + " tableCellAlignment tableHeaderAlignment tableIsDynamic tableDataSource tableCsvUrl"
                            + " tableJsonData tableCellBackground fontFamily fontWeight fontStyle")));

    private static final Map<String, String> ALIASES = Map.of("rect", "rectangle", "ellipse", "circle", "qrcode", "qr");

    private KnownFields() {}

    private static Set<String> words(String text) {
        return new LinkedHashSet<>(Arrays.asList(text.strip().split(" +")));
    }

    /** Whether an element of that type may have that field; true for a type that is not known at all. */
    static boolean has(String type, String field) {
        Set<String> known = of(type);
        return known == null || known.contains(field) || COMMON.contains(field);
    }

    private static @Nullable Set<String> of(String type) {
        String name = type.toLowerCase(Locale.ROOT);
        return BY_TYPE.get(ALIASES.getOrDefault(name, name));
    }

    /** The field that was probably meant: one that differs by case, or by at most two letters. */
    static Optional<String> meant(String type, String field) {
        Set<String> known = of(type);
        return Stream.concat(known == null ? Stream.of() : known.stream(), COMMON.stream())
                .filter(name -> distance(name.toLowerCase(Locale.ROOT), field.toLowerCase(Locale.ROOT)) <= 2)
                .min(Comparator.comparingInt(
                        name -> distance(name.toLowerCase(Locale.ROOT), field.toLowerCase(Locale.ROOT))));
    }

    /** How many letters differ (Levenshtein). */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        Arrays.setAll(row, i -> i);
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, 1 + Math.min(above, row[j - 1]));
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}
