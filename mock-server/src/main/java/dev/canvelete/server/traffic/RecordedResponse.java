package dev.canvelete.server.traffic;

import dev.canvelete.server.compat.CompatHints;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** An answer that is sampled, given its hints, and spoiled if need be, while it is written. */
final class RecordedResponse extends Response.Wrapper {
    private static final int MOST_HELD_BACK = 16 * 1024 * 1024;

    private final Exchange exchange;
    private final Spoiling spoiling;
    private final ByteArrayOutputStream heldBack = new ByteArrayOutputStream();
    private boolean hinted;
    private boolean last;

    RecordedResponse(Request request, Response response, Exchange exchange, Spoiling spoiling) {
        super(request, response);
        this.exchange = exchange;
        this.spoiling = spoiling;
    }

    @Override
    public void write(boolean isLast, @Nullable ByteBuffer content, Callback callback) {
        hint();
        if (spoiling == Spoiling.NONE) {
            exchange.answered().take(content);
            if (isLast) {
                exchange.end(getStatus(), getHeaders());
            }
            super.write(isLast, content, callback);
            return;
        }
        holdBack(content);
        if (isLast && spoiling != Spoiling.CUT) {
            sendHalf(callback);
        } else {
            callback.succeeded();
        }
    }

    private void hint() {
        if (!hinted && !isCommitted()) {
            exchange.hints().forEach(hint -> getHeaders().add(CompatHints.HEADER, hint));
        }
        hinted = true;
    }

    private void holdBack(@Nullable ByteBuffer content) {
        if (content != null && content.hasRemaining()) {
            byte[] bytes = new byte[content.remaining()];
            content.get(bytes);
            heldBack.write(bytes, 0, Math.min(bytes.length, MOST_HELD_BACK - heldBack.size()));
        }
    }

    private void sendHalf(Callback callback) {
        last = true;
        byte[] half = Arrays.copyOf(heldBack.toByteArray(), heldBack.size() / 2);
        exchange.answered().take(ByteBuffer.wrap(half));
        exchange.end(spoiling == Spoiling.MALFORMED ? getStatus() : 0, getHeaders());
        if (spoiling == Spoiling.MALFORMED) {
            getHeaders().put(HttpHeader.CONTENT_LENGTH, half.length);
            super.write(true, ByteBuffer.wrap(half), callback);
        } else {
            getHeaders().put(HttpHeader.CONTENT_LENGTH, heldBack.size());
            super.write(false, ByteBuffer.wrap(half), callback);
        }
    }

    /** Adds what belongs to an answer that was written without a body. */
    void complete() {
        if (!last && !isCommitted()) {
            hint();
        }
    }
}
