package dev.canvelete.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;

/** Ids as parts of a path (RFC 3986). */
final class PathSegment {
    private PathSegment() {}

    /** The id with everything escaped that would end the segment or leave the path. */
    static String encode(String id) {
        if (id.isEmpty() || id.equals(".") || id.equals("..")) {
            throw new IllegalArgumentException("\"" + id + "\" is no id");
        }
        return URLEncoder.encode(id, UTF_8).replace("+", "%20");
    }
}
