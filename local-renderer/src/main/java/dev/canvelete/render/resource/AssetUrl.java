package dev.canvelete.render.resource;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads http(s) URLs as they are written in designs into one spelling, and refuses those that hide where they lead. */
final class AssetUrl {
    private static final Pattern NAME = Pattern.compile("[a-z0-9_-]{1,63}(?:\\.[a-z0-9_-]{1,63})*");
    private static final Pattern NUMBER_AT_END = Pattern.compile("(?:.*\\.)?(?:[0-9]+|0x[0-9a-f]*)");
    private static final Pattern IPV4 = Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?:\\.(?!$)|$)){4}");
    private static final Pattern IPV6 = Pattern.compile("\\[[0-9a-fA-F:.]{2,45}]");
    private static final String LEGAL = "!#$%&'()*+,/:;=?@[]-._~";

    private AssetUrl() {}

    /** The URL in its one spelling, without a fragment. */
    static URI read(String url) throws ResourceException {
        return normal(parse(url));
    }

    /** Where a redirect from a URL leads. */
    static URI redirected(URI from, String location) throws ResourceException {
        URI target = from.resolve(parse(location));
        if (!"http".equalsIgnoreCase(target.getScheme()) && !"https".equalsIgnoreCase(target.getScheme())) {
            throw new ResourceException("the server redirects to something that is no http(s) URL");
        }
        return normal(target);
    }

    private static URI parse(String url) throws ResourceException {
        StringBuilder legal = new StringBuilder(url.length() + 16);
        for (byte b : url.strip().getBytes(StandardCharsets.UTF_8)) {
            boolean plain = b > ' ' && (Character.isLetterOrDigit(b) || LEGAL.indexOf(b) >= 0);
            if (b == '\\' || b >= 0 && b < ' ') {
                throw notAnUrl("it has a backslash or a control character");
            }
            legal.append(plain ? String.valueOf((char) b) : String.format(Locale.ROOT, "%%%02X", b));
        }
        try {
            return new URI(legal.toString());
        } catch (URISyntaxException e) {
            throw new ResourceException("an http(s) URL is right: " + e.getReason(), e);
        }
    }

    private static URI normal(URI url) throws ResourceException {
        String authority = url.getRawAuthority();
        if (authority == null) {
            throw notAnUrl("it names no host");
        }
        if (authority.indexOf('@') >= 0) {
            throw notAnUrl("it holds a user name");
        }
        int colon = authority.lastIndexOf(':');
        boolean hasPort = colon > authority.lastIndexOf(']');
        String host = host(hasPort ? authority.substring(0, colon) : authority);
        String port = hasPort ? authority.substring(colon + 1) : "";
        if (!port.matches("\\d{0,5}")
                || !port.isEmpty() && (Integer.parseInt(port) < 1 || Integer.parseInt(port) > 65535)) {
            throw notAnUrl("its port is none");
        }
        String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
        return URI.create(url.getScheme().toLowerCase(Locale.ROOT) + "://" + host
                + (port.isEmpty() ? "" : ":" + Integer.parseInt(port)) + path + query);
    }

    private static String host(String written) throws ResourceException {
        if (IPV6.matcher(written).matches()) {
            return written.toLowerCase(Locale.ROOT);
        }
        String name = ascii(written);
        if (name == null || !NAME.matcher(name).matches() || name.length() > 253) {
            throw notAnUrl("its host is none");
        }
        if (NUMBER_AT_END.matcher(name).matches() && !IPV4.matcher(name).matches()) {
            throw notAnUrl("an address is written as four decimal numbers");
        }
        return name;
    }

    private static @Nullable String ascii(String written) {
        try {
            String decoded = written.indexOf('%') < 0
                    ? written
                    : new String(DataUrl.percentDecoded(written), StandardCharsets.UTF_8);
            String name = IDN.toASCII(decoded).toLowerCase(Locale.ROOT);
            return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static ResourceException notAnUrl(String reason) {
        return new ResourceException("a plain http(s) URL such as https://host/picture.png is right: " + reason);
    }
}
