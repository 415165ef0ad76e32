package dev.canvelete.render.paint.svg;

/** Characters in XML documents (XML 1.0, 2.2). */
final class Xml {
    private static final int REPLACEMENT = 0xFFFD;

    private Xml() {}

    /** The text as content of an element or of a quoted attribute. What XML cannot hold becomes U+FFFD. */
    static String escaped(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        append(text, out);
        return out.toString();
    }

    /** Appends the text, {@linkplain #escaped escaped}. */
    static void append(CharSequence text, StringBuilder out) {
        int c;
        for (int i = 0; i < text.length(); i += Character.charCount(c)) {
            c = Character.codePointAt(text, i);
            append(c, out);
        }
    }

    private static void append(int codePoint, StringBuilder out) {
        switch (codePoint) {
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '&' -> out.append("&amp;");
            case '"' -> out.append("&quot;");
            default -> out.appendCodePoint(shown(codePoint));
        }
    }

    /** The character that stands for one in a document: white space of any kind is a space. */
    static int shown(int c) {
        if (c == '\t' || c == '\n' || c == '\r') {
            return ' ';
        }
        boolean allowed = c >= ' ' && (c < 0x7F || c > 0x9F) && (c < 0xD800 || c > 0xDFFF) && (c & 0xFFFE) != 0xFFFE;
        return allowed ? c : REPLACEMENT;
    }
}
