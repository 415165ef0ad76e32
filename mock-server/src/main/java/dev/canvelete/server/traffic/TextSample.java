package dev.canvelete.server.traffic;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.jspecify.annotations.Nullable;

/** The beginning of a body as it goes by. Used by one thread at a time. */
final class TextSample {
    private final int most;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private long length;

    TextSample(int most) {
        this.most = most;
    }

    /** Takes from the buffer without moving its position. */
    synchronized void take(@Nullable ByteBuffer buffer) {
        if (buffer == null) {
            return;
        }
        length += buffer.remaining();
        int wanted = Math.min(buffer.remaining(), most - bytes.size());
        if (wanted > 0) {
            byte[] part = new byte[wanted];
            buffer.slice().get(part);
            bytes.write(part, 0, wanted);
        }
    }

    synchronized long length() {
        return length;
    }

    /** Whether all of the body is in the sample. */
    synchronized boolean whole() {
        return length == bytes.size();
    }

    /** The sample, if its content type says that it is text. */
    synchronized @Nullable String text(HttpFields headers) {
        String type = headers.get(HttpHeader.CONTENT_TYPE);
        boolean text = type != null
                && (type.toLowerCase(Locale.ROOT).contains("json")
                        || type.toLowerCase(Locale.ROOT).startsWith("text/"));
        return text ? bytes.toString(StandardCharsets.UTF_8) : null;
    }
}
