package dev.canvelete.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import org.jspecify.annotations.Nullable;

/** A path with a query. Not thread-safe. */
final class Query {
    private final StringBuilder text;
    private char separator = '?';

    private Query(String path) {
        this.text = new StringBuilder(path);
    }

    static Query of(String path) {
        return new Query(path);
    }

    Query page(int page, int limit) {
        if (page < 1 || limit < 1 || limit > Pages.LARGEST) {
            throw new IllegalArgumentException(
                    "page " + page + ", limit " + limit + "; pages from 1 of 1 to " + Pages.LARGEST + " are right");
        }
        return with("page", Integer.toString(page)).with("limit", Integer.toString(limit));
    }

    Query with(String name, @Nullable String value) {
        if (value != null) {
            text.append(separator).append(name).append('=').append(URLEncoder.encode(value, UTF_8));
            separator = '&';
        }
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
