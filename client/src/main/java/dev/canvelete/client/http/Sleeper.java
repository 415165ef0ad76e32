package dev.canvelete.client.http;

import java.time.Duration;

/** Waits. A test's sleeper advances its clock and returns at once. */
@FunctionalInterface
public interface Sleeper {
    /** Waits that long. */
    void sleep(Duration duration) throws InterruptedException;
}
