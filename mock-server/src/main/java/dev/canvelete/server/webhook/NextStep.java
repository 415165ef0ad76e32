package dev.canvelete.server.webhook;

import java.time.Instant;

/** What happens to a delivery after an attempt. */
public sealed interface NextStep {
    /** Nothing: the receiver has it. */
    record Delivered() implements NextStep {}

    /** Another attempt. */
    record Retry(Instant at) implements NextStep {}

    /** Nothing: there were attempts enough. */
    record Exhausted() implements NextStep {}

    /** Nothing, and its endpoint is disabled: the receiver wants no more, ever. */
    record Gone() implements NextStep {}
}
