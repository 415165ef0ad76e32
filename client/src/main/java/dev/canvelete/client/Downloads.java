package dev.canvelete.client;

import dev.canvelete.api.render.RenderResult;
import dev.canvelete.api.render.RenderStatus;
import dev.canvelete.client.http.Environment;
import dev.canvelete.client.http.Request;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fetches finished files. Thread-safe. */
final class Downloads {
    private final JsonApi api;
    private final Environment environment;

    Downloads(JsonApi api, Environment environment) {
        this.api = api;
        this.environment = environment;
    }

    byte[] bytes(RenderResult result) {
        return api.send(request(result, null)).body();
    }

    /** The file appears whole or not at all: it is written beside its place and then moved there. */
    void file(RenderResult result, Path target) {
        Path absolute = target.toAbsolutePath();
        Path part = absolute.resolveSibling(
                absolute.getFileName() + "." + environment.ids().get() + ".part");
        Request request = request(result, part);
        try {
            Path folder = absolute.getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            try {
                api.send(request);
                Files.move(part, absolute, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + target, e);
        }
    }

    private Request request(RenderResult result, @Nullable Path saveTo) {
        String url = result.downloadUrl();
        if (result.status() != RenderStatus.COMPLETED || url == null) {
            throw new IllegalArgumentException("render " + result.renderId() + " is "
                    + result.status().wireName() + "; only a completed one has a file");
        }
        URI uri = api.resolve(url);
        if (!"http".equalsIgnoreCase(uri.getScheme()) && !"https".equalsIgnoreCase(uri.getScheme())) {
            throw new IllegalArgumentException("the download of render " + result.renderId() + " is no http(s) URL");
        }
        return new Request("GET", uri, Map.of(), null, api.timeout(), api.timeout(), saveTo);
    }
}
