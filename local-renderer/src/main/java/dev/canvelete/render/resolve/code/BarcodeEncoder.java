package dev.canvelete.render.resolve.code;

import dev.canvelete.api.design.BarcodeElement.Format;
import java.util.function.IntPredicate;
import uk.org.okapibarcode.backend.Codabar;
import uk.org.okapibarcode.backend.Code128;
import uk.org.okapibarcode.backend.Code2Of5;
import uk.org.okapibarcode.backend.Code3Of9;
import uk.org.okapibarcode.backend.Ean;
import uk.org.okapibarcode.backend.MsiPlessey;
import uk.org.okapibarcode.backend.Pharmacode;
import uk.org.okapibarcode.backend.Upc;

/** Which symbology encodes which format, and what values it takes. */
final class BarcodeEncoder {
    /** Longer than any linear symbol that a scanner reads. */
    private static final int LONGEST = 200;

    private BarcodeEncoder() {}

    /**
     * The bars of a value.
     *
     * @throws IllegalArgumentException if the format cannot hold it
     */
    static Symbol encode(Format format, String value) {
        if (value.isEmpty() || value.length() > LONGEST) {
            throw new IllegalArgumentException("1 to " + LONGEST + " characters are right");
        }
        return switch (format) {
            case CODE128 -> Symbol.encode(new Code128(), latin(value));
            case CODE39 -> Symbol.encode(new Code3Of9(), code39(value));
            case EAN13 -> Symbol.encode(ean(Ean.Mode.EAN13), withoutCheckDigit(value, 12));
            case EAN8 -> Symbol.encode(ean(Ean.Mode.EAN8), withoutCheckDigit(value, 7));
            case UPC -> Symbol.encode(upc(Upc.Mode.UPCA), withoutCheckDigit(value, 11));
            case UPCE -> Symbol.encode(upc(Upc.Mode.UPCE), upcE(value));
            case ITF14 -> Symbol.encode(interleaved(), itf14(value));
            case MSI -> Symbol.encode(new MsiPlessey(), digits(value));
            case PHARMACODE -> Symbol.encode(new Pharmacode(), pharmacode(value));
            case CODABAR -> Symbol.encode(new Codabar(), codabar(value));
        };
    }

    private static Ean ean(Ean.Mode mode) {
        Ean ean = new Ean();
        ean.setMode(mode);
        ean.setGuardPatternExtraHeight(0);
        return ean;
    }

    private static Upc upc(Upc.Mode mode) {
        Upc upc = new Upc();
        upc.setMode(mode);
        upc.setGuardPatternExtraHeight(0);
        return upc;
    }

    /** ITF-14 without its bearer bars: readers that look for the start pattern take a frame for it. */
    private static Code2Of5 interleaved() {
        Code2Of5 code = new Code2Of5();
        code.setMode(Code2Of5.ToFMode.INTERLEAVED);
        return code;
    }

    private static String itf14(String value) {
        String body = withoutCheckDigit(value, 13);
        return body + checkDigit(body);
    }

    private static String latin(String value) {
        return only(value, c -> c < 256, "characters up to U+00FF only");
    }

    private static String code39(String value) {
        return only(
                value,
                c -> isDigit(c) || c >= 'A' && c <= 'Z' || " -.$/+%".indexOf(c) >= 0,
                "digits, capital letters, spaces and - . $ / + % only");
    }

    private static String digits(String value) {
        return only(value, BarcodeEncoder::isDigit, "digits only");
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private static String only(String value, IntPredicate allowed, String right) {
        value.codePoints().filter(allowed.negate()).findFirst().ifPresent(wrong -> {
            throw new IllegalArgumentException("%s are right, not U+%04X%s"
                    .formatted(right, wrong, Character.isISOControl(wrong) ? "" : ", " + Character.toString(wrong)));
        });
        return value;
    }

    /** The digits that a format encodes; a check digit after them must be the right one. */
    private static String withoutCheckDigit(String value, int length) {
        String digits = digits(value);
        if (digits.length() != length && digits.length() != length + 1) {
            throw new IllegalArgumentException(
                    length + " digits, or " + (length + 1) + " with the check digit, are right");
        }
        String body = digits.substring(0, length);
        requireCheckDigit(digits, body);
        return body;
    }

    private static void requireCheckDigit(String digits, String body) {
        int right = checkDigit(body);
        if (digits.length() > body.length() && digits.charAt(digits.length() - 1) - '0' != right) {
            throw new IllegalArgumentException("the check digit is wrong; " + right + " is right");
        }
    }

    /** The digit that makes the sum, every second digit from the right counting three times, a multiple of ten. */
    private static int checkDigit(String body) {
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            int weight = (body.length() - i) % 2 == 1 ? 3 : 1;
            sum += weight * (body.charAt(i) - '0');
        }
        return (10 - sum % 10) % 10;
    }

    /** Six digits; seven with the number system 0 or 1 before them; eight with the check digit behind those. */
    private static String upcE(String value) {
        String digits = digits(value);
        String body = digits.length() == 6 ? "0" + digits : digits;
        if (body.length() < 7 || body.length() > 8 || body.charAt(0) > '1') {
            throw new IllegalArgumentException(
                    "6 digits, or 7 beginning with 0 or 1, or 8 with the check digit, are right");
        }
        if (body.length() == 8) {
            int right = checkDigit(expanded(body.substring(0, 7)));
            if (body.charAt(7) - '0' != right) {
                throw new IllegalArgumentException("the check digit is wrong; " + right + " is right");
            }
        }
        return body.substring(0, 7);
    }

    /** The UPC-A digits that a UPC-E symbol stands for (GS1 General Specifications, 5.2.2.4.2). */
    private static String expanded(String upcE) {
        String d = upcE.substring(1);
        String start = upcE.substring(0, 1) + d.substring(0, 2);
        return switch (d.charAt(5)) {
            case '0', '1', '2' -> start + d.charAt(5) + "0000" + d.substring(2, 5);
            case '3' -> start + d.charAt(2) + "00000" + d.substring(3, 5);
            case '4' -> start + d.substring(2, 4) + "00000" + d.charAt(4);
            default -> start + d.substring(2, 5) + "0000" + d.charAt(5);
        };
    }

    private static String pharmacode(String value) {
        String digits = digits(value);
        int number = digits.length() > 6 ? 0 : Integer.parseInt(digits);
        if (number < 3 || number > 131_070) {
            throw new IllegalArgumentException("a number from 3 to 131070 is right");
        }
        return digits;
    }

    /** A value between A and A unless it brings its own start and stop. */
    private static String codabar(String value) {
        boolean framed = value.length() > 1 && isStop(value.charAt(0)) && isStop(value.charAt(value.length() - 1));
        only(
                framed ? value.substring(1, value.length() - 1) : value,
                c -> isDigit(c) || "-$:/.+".indexOf(c) >= 0,
                "digits and - $ : / . + between two of A, B, C and D only");
        return framed ? value : "A" + value + "A";
    }

    private static boolean isStop(int c) {
        return c >= 'A' && c <= 'D';
    }
}
