package dev.canvelete.server.artifact;

import dev.canvelete.api.render.OutputFormat;
import java.net.URI;
import java.util.function.Supplier;

/**
 * Where finished files are fetched.
 *
 * @param base gives the server's own address as its clients see it, without a slash at the end; asked each time, because
 *     a free port is known only once the server listens
 */
public record DownloadUrls(Supplier<URI> base) {
    /** The address of a render's file. */
    public String of(String renderId, OutputFormat format) {
        return base.get() + "/renders/" + renderId + "." + format.extension();
    }
}
