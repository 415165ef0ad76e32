package dev.canvelete.client.http;

import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/**
 * What the client takes from the world around it: time and chance. A test gives its own.
 *
 * @param jitter numbers of 0..1, so that many clients do not retry in step
 * @param ids a fresh, unguessable id at each call
 */
public record Environment(InstantSource clock, Sleeper sleeper, DoubleSupplier jitter, Supplier<String> ids) {
    /** The machine's own. */
    public static Environment system() {
        return new Environment(
                InstantSource.system(),
                duration -> Thread.sleep(duration.toMillis()),
                () -> ThreadLocalRandom.current().nextDouble(),
                () -> UUID.randomUUID().toString());
    }
}
