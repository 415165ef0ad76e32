package dev.canvelete.server.artifact.s3;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which bucket finished files are kept in. It has no credentials, and so may be logged.
 *
 * @param bucket its name
 * @param prefix what every key begins with; empty, or ends with a slash
 * @param endpoint where a store other than Amazon's is
 * @param region the region to sign for; empty for the one that the environment names
 * @param pathStyle whether the bucket is a part of the path instead of the host's name
 */
public record BucketUrl(
        String bucket, String prefix, Optional<URI> endpoint, Optional<String> region, boolean pathStyle) {
    private static final Pattern URL = Pattern.compile("s3://([^/?#]*)/?([^?#]*)(?:\\?([^#]*))?");
    private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
    private static final Pattern PREFIX = Pattern.compile("(?:[A-Za-z0-9_.-]+/)*");
    private static final Pattern REGION = Pattern.compile("[a-z0-9-]{1,32}");
    private static final Set<String> PARAMETERS = Set.of("endpoint", "region", "pathStyle");
    private static final String RIGHT =
            "s3://BUCKET/PREFIX?endpoint=https://HOST&region=REGION&pathStyle=true is right, PREFIX and all behind it"
                    + " as needed";

    /**
     * Reads a URL such as {@code s3://canvelete/renders?endpoint=http://127.0.0.1:9000}. With an endpoint,
     * {@code pathStyle} is true unless said otherwise.
     *
     * @throws IllegalArgumentException saying which part is wrong; the message does not repeat what may be a secret
     */
    public static BucketUrl of(String url) {
        Matcher matcher = URL.matcher(url);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(RIGHT);
        }
        Map<String, String> parameters = parameters(Optional.ofNullable(matcher.group(3)));
        Optional<URI> endpoint = Optional.ofNullable(parameters.get("endpoint")).map(BucketUrl::endpoint);
        return new BucketUrl(
                checked("the bucket's name", BUCKET, matcher.group(1)),
                checked("the prefix", PREFIX, folder(matcher.group(2))),
                endpoint,
                Optional.ofNullable(parameters.get("region")).map(region -> checked("region", REGION, region)),
                pathStyle(parameters.getOrDefault("pathStyle", String.valueOf(endpoint.isPresent()))));
    }

    private static Map<String, String> parameters(Optional<String> query) {
        Map<String, String> parameters = new HashMap<>();
        for (String parameter :
                query.filter(text -> !text.isEmpty()).orElse("endpoint=").split("&")) {
            String name = parameter.replaceFirst("=.*", "");
            if (!PARAMETERS.contains(name) || !parameter.contains("=")) {
                throw new IllegalArgumentException(
                        RIGHT + "; credentials come from the environment (AWS_ACCESS_KEY_ID and so on)");
            }
            String value = URLDecoder.decode(parameter.substring(name.length() + 1), StandardCharsets.UTF_8);
            if (!value.isEmpty()) {
                parameters.put(name, value);
            }
        }
        return parameters;
    }

    private static String folder(String prefix) {
        return prefix.isEmpty() || prefix.endsWith("/") ? prefix : prefix + "/";
    }

    private static String checked(String what, Pattern pattern, String value) {
        if (!pattern.matcher(value).matches() || value.contains("..")) {
            throw new IllegalArgumentException(what + " has characters that it cannot have, or is too short: " + RIGHT);
        }
        return value;
    }

    private static URI endpoint(String text) {
        URI endpoint;
        try {
            endpoint = URI.create(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("endpoint is no URL: " + RIGHT);
        }
        boolean web = "http".equalsIgnoreCase(endpoint.getScheme()) || "https".equalsIgnoreCase(endpoint.getScheme());
        if (!web || endpoint.getHost() == null || endpoint.getUserInfo() != null || endpoint.getQuery() != null) {
            throw new IllegalArgumentException("endpoint is no http://HOST or https://HOST: " + RIGHT);
        }
        return endpoint;
    }

    private static boolean pathStyle(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("pathStyle is true or false: " + RIGHT);
        };
    }

    @Override
    public String toString() {
        return "s3://" + bucket + "/" + prefix
                + endpoint.map(place -> " at " + place).orElse("");
    }
}
