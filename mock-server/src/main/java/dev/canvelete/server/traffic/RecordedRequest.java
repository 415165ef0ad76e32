package dev.canvelete.server.traffic;

import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** A request whose body is sampled while it is read. */
final class RecordedRequest extends Request.Wrapper {
    private final TextSample sample;

    RecordedRequest(Request request, TextSample sample) {
        super(request);
        this.sample = sample;
    }

    @Override
    public Content.@Nullable Chunk read() {
        Content.Chunk chunk = super.read();
        if (chunk != null && !Content.Chunk.isFailure(chunk)) {
            sample.take(chunk.getByteBuffer());
        }
        return chunk;
    }
}
