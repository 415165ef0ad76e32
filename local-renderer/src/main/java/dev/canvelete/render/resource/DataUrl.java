package dev.canvelete.render.resource;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;

/** Reads {@code data:} URLs (RFC 2397), as forgiving of spaces and missing padding as the Fetch standard. */
final class DataUrl {
    private static final int SCHEME = "data:".length();

    private DataUrl() {}

    static byte[] read(String url, int mostBytes) throws ResourceException {
        int comma = url.indexOf(',');
        if (comma < 0) {
            throw new ResourceException("a data URL needs a comma before its data");
        }
        boolean base64 =
                url.substring(SCHEME, comma).strip().toLowerCase(Locale.ROOT).endsWith(";base64");
        int limit = base64 ? mostBytes / 3 * 4 + 4 : mostBytes;
        if (url.length() - comma > 3L * limit) {
            throw new ResourceException("the data is larger than " + mostBytes + " bytes");
        }
        byte[] data = base64 ? base64(url.substring(comma + 1)) : percentDecoded(url.substring(comma + 1));
        if (data.length > mostBytes) {
            throw new ResourceException("the data is larger than " + mostBytes + " bytes");
        }
        return data;
    }

    private static byte[] base64(String data) throws ResourceException {
        int end = data.indexOf('#');
        byte[] text = percentDecoded(end < 0 ? data : data.substring(0, end));
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return spaced(text);
        }
    }

    /** Spaces are rare, and to look for them takes longer than to decode. */
    private static byte[] spaced(byte[] text) throws ResourceException {
        try {
            return Base64.getDecoder().decode(withoutSpaces(text));
        } catch (IllegalArgumentException e) {
            throw new ResourceException("the data is not base64", e);
        }
    }

    private static byte[] withoutSpaces(byte[] text) {
        int length = 0;
        for (byte b : text) {
            if (b != ' ' && b != '\t' && b != '\n' && b != '\f' && b != '\r') {
                text[length++] = b;
            }
        }
        return length == text.length ? text : Arrays.copyOf(text, length);
    }

    /** Anything after a {@code %} that is not two hexadecimal digits stays as it is, as in browsers. */
    static byte[] percentDecoded(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        if (text.indexOf('%') < 0) {
            return encoded;
        }
        ByteArrayOutputStream decoded = new ByteArrayOutputStream(encoded.length);
        for (int i = 0; i < encoded.length; i++) {
            int high = encoded[i] == '%' && i + 2 < encoded.length ? Character.digit(encoded[i + 1], 16) : -1;
            int low = high < 0 ? -1 : Character.digit(encoded[i + 2], 16);
            if (low < 0) {
                decoded.write(encoded[i]);
            } else {
                decoded.write(high << 4 | low);
                i += 2;
            }
        }
        return decoded.toByteArray();
    }
}
