package dev.canvelete.server;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.LoggerFactory;

/** Closes things in the reverse order of their making, each although another fails. Not thread-safe. */
final class Closing implements AutoCloseable {
    private final Deque<AutoCloseable> open = new ArrayDeque<>();

    <T extends AutoCloseable> T add(T thing) {
        open.push(thing);
        return thing;
    }

    @Override
    public void close() {
        while (!open.isEmpty()) {
            try {
                open.pop().close();
            } catch (Exception e) {
                // Asked for only now: a start, which makes one of these first, need not wait until logging is ready.
                LoggerFactory.getLogger(Closing.class).warn("something did not close", e);
            }
        }
    }
}
