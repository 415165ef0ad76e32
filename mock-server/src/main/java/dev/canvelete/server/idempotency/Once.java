package dev.canvelete.server.idempotency;

import java.util.function.Supplier;

/** One request, which may have come before. */
public interface Once {
    /** A request that says nothing about coming again: each time is the first. */
    Once EACH_TIME = new Once() {
        @Override
        public <T> T answer(Class<T> type, Supplier<T> first) {
            return first.get();
        }
    };

    /**
     * Does what the request asks for and keeps the answer, in one transaction; or, if that was done before, gives the
     * answer that was kept. A request that is refused was not done.
     *
     * @param type of the answer, which must come back from JSON as it went
     * @throws dev.canvelete.server.error.Refusal if it came before with another content
     */
    <T> T answer(Class<T> type, Supplier<T> first);
}
