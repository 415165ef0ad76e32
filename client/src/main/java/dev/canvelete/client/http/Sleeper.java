package dev.canvelete.client.http;

import java.time.Duration;
import java.util.function.BiConsumer;

/** Waits. A test's sleeper advances its clock and returns at once. */
@FunctionalInterface
public interface Sleeper {
    /** Waits that long. */
    void sleep(Duration duration) throws InterruptedException;

    /**
     * Waits that long, for a reason that people may want to know.
     *
     * @param reason such as {@code POST http://localhost:8080/v1/render/batch: status 429}
     */
    default void sleep(Duration duration, String reason) throws InterruptedException {
        sleep(duration);
    }

    /** This sleeper, telling each wait that has a reason to a listener before it begins. */
    default Sleeper reporting(BiConsumer<String, Duration> listener) {
        Sleeper silent = this;
        return new Sleeper() {
            @Override
            public void sleep(Duration duration) throws InterruptedException {
                silent.sleep(duration);
            }

            @Override
            public void sleep(Duration duration, String reason) throws InterruptedException {
                listener.accept(reason, duration);
                silent.sleep(duration);
            }
        };
    }
}
