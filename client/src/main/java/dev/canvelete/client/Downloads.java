package dev.canvelete.client;

import dev.canvelete.api.render.RenderResult;
import dev.canvelete.api.render.RenderStatus;
import dev.canvelete.client.http.Request;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fetches finished files. Thread-safe. */
final class Downloads {
    private final JsonApi api;

    Downloads(JsonApi api) {
        this.api = api;
    }

    byte[] bytes(String url) {
        return api.send(request(url, null)).body();
    }

    /** The file appears whole or not at all: it is written beside its place and then moved there. */
    void file(String url, Path target) {
        try {
            AtomicFile.write(target, part -> api.send(request(url, part)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + target, e);
        }
    }

    /** Saves a file unless it is there with the size that it should have; says whether it did. */
    boolean missing(RenderResult result, Path target) {
        Long size = result.fileSize();
        try {
            if (size != null && Files.isRegularFile(target) && Files.size(target) == size) {
                return false;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + target, e);
        }
        file(url(result), target);
        return true;
    }

    /**
     * Where a render's file is.
     *
     * @throws IllegalArgumentException if the render has none
     */
    static String url(RenderResult result) {
        String url = result.downloadUrl();
        if (result.status() != RenderStatus.COMPLETED || url == null) {
            throw new IllegalArgumentException("render " + result.renderId() + " is "
                    + result.status().wireName() + "; only a completed one has a file");
        }
        return url;
    }

    private Request request(String url, @Nullable Path saveTo) {
        URI uri = api.resolve(url);
        if (!"http".equalsIgnoreCase(uri.getScheme()) && !"https".equalsIgnoreCase(uri.getScheme())) {
            throw new IllegalArgumentException("a download of " + url + " is no http(s) URL");
        }
        return new Request("GET", uri, Map.of(), null, api.timeout(), api.timeout(), saveTo);
    }
}
