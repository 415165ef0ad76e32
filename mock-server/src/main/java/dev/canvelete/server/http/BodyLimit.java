package dev.canvelete.server.http;

import dev.canvelete.api.error.ErrorCode;
import dev.canvelete.server.error.Refusal;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Reads no body beyond {@value #MOST_BYTES} bytes, whether its length was announced or not. */
public final class BodyLimit implements ContainerRequestFilter, ContainerResponseFilter {
    /** 10 MB. */
    static final int MOST_BYTES = 10 * 1024 * 1024;

    private static final int MOST_THROWN_AWAY = 8 * MOST_BYTES;
    private static final int PART = 64 * 1024;

    @Override
    public void filter(ContainerRequestContext request) {
        if (request.getLength() > MOST_BYTES) {
            throw tooLarge();
        }
        request.setEntityStream(new Limited(request.getEntityStream()));
    }

    /**
     * Throws away, within bounds, what nobody has read of a request: many clients look for the answer only when all is
     * sent, and would find a broken connection instead, or send the next request into one. The body of a client that
     * waits to be told to go on is not.
     */
    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getHeaderString("Expect") == null) {
            // Not asked whether there is a body: that would read of it, and count once more.
            throwAway(
                    request.getEntityStream() instanceof Limited limited ? limited.whole() : request.getEntityStream());
        }
    }

    private static void throwAway(InputStream body) {
        byte[] part = new byte[PART];
        long left = MOST_THROWN_AWAY;
        try {
            for (int count = body.read(part); count >= 0 && left > 0; count = body.read(part)) {
                left -= count;
            }
        } catch (IOException e) {
            // Nothing more will come. Even of a request without a body one is told so when its answer, as a long
            // poll's, took
            // longer than a connection may be idle; the answer is right all the same.
        }
    }

    private static Refusal tooLarge() {
        return Refusal.of(ErrorCode.PAYLOAD_TOO_LARGE, "The body is larger than 10 MB");
    }

    private static final class Limited extends FilterInputStream {
        private long left = MOST_BYTES;

        Limited(InputStream in) {
            super(in);
        }

        InputStream whole() {
            return in;
        }

        /** Nothing: a parser that gives up closes what it reads, but the rest may still have to be thrown away. */
        @Override
        public void close() {}

        @Override
        public int read() throws IOException {
            int next = in.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = in.read(bytes, offset, length);
            count(Math.max(0, count));
            return count;
        }

        private void count(int bytes) {
            left -= bytes;
            if (left < 0) {
                throw tooLarge();
            }
        }
    }
}
