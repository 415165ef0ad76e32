package dev.canvelete.server.fault;

import java.time.Duration;
import java.util.Objects;

/** What goes wrong with an attempt to deliver a webhook. */
public sealed interface WebhookFault extends Fault {
    /** Which deliveries it is for. */
    WebhookMatch match();

    /** It is lost on its way: the receiver gets nothing, the service no answer. */
    record Drop(WebhookMatch match) implements WebhookFault {
        public Drop {
            match = Objects.requireNonNullElse(match, WebhookMatch.ANY);
        }
    }

    /** It is signed, and sent later. */
    record Delay(WebhookMatch match, Latency latency) implements WebhookFault {
        public Delay {
            match = Objects.requireNonNullElse(match, WebhookMatch.ANY);
            Objects.requireNonNull(latency, "latency");
        }
    }

    /**
     * It arrives as if it had been on its way for long: its signature was made that much earlier than it is sent.
     *
     * @param by ten minutes when not said, which is more than receivers tolerate
     */
    record Stale(WebhookMatch match, Duration by) implements WebhookFault {
        public Stale {
            match = Objects.requireNonNullElse(match, WebhookMatch.ANY);
            by = Objects.requireNonNullElse(by, Duration.ofMinutes(10));
        }
    }

    /**
     * It arrives several times.
     *
     * @param copies how often beyond once, 1 to 100; 1 when not said
     */
    record Duplicate(WebhookMatch match, Integer copies) implements WebhookFault {
        public Duplicate {
            match = Objects.requireNonNullElse(match, WebhookMatch.ANY);
            copies = Objects.requireNonNullElse(copies, 1);
            if (copies < 1 || copies > 100) {
                throw new IllegalArgumentException("1 to 100 copies are right, not " + copies);
            }
        }
    }

    /**
     * It waits until the next delivery has overtaken it.
     *
     * @param within how long it waits for one, in real time, at most a minute; 5 s when not said
     */
    record Reorder(WebhookMatch match, Duration within) implements WebhookFault {
        public Reorder {
            match = Objects.requireNonNullElse(match, WebhookMatch.ANY);
            within = Objects.requireNonNullElse(within, Duration.ofSeconds(5));
            if (within.isNegative() || within.compareTo(Duration.ofMinutes(1)) > 0) {
                throw new IllegalArgumentException("at most a minute is right, not " + within);
            }
        }
    }

    /** It is signed with a secret that nobody knows. */
    record WrongSignature(WebhookMatch match) implements WebhookFault {
        public WrongSignature {
            match = Objects.requireNonNullElse(match, WebhookMatch.ANY);
        }
    }

    /**
     * The end of the signed body is not sent.
     *
     * @param bytes how many are sent; 20 when not said
     */
    record Truncate(WebhookMatch match, Integer bytes) implements WebhookFault {
        public Truncate {
            match = Objects.requireNonNullElse(match, WebhookMatch.ANY);
            bytes = Objects.requireNonNullElse(bytes, 20);
            if (bytes < 0) {
                throw new IllegalArgumentException("at least 0 bytes are right, not " + bytes);
            }
        }
    }

    /** It is signed with a secret that was replaced. */
    record OldSecret(WebhookMatch match, String secret) implements WebhookFault {
        public OldSecret {
            match = Objects.requireNonNullElse(match, WebhookMatch.ANY);
            secret = Objects.requireNonNullElse(secret, "whsec_b2xk");
            if (secret.isEmpty()) {
                throw new IllegalArgumentException("a secret that is not empty is right");
            }
        }
    }

    /** Nothing goes wrong: a step of a scenario. */
    record Pass(WebhookMatch match) implements WebhookFault {
        public Pass {
            match = Objects.requireNonNullElse(match, WebhookMatch.ANY);
        }
    }
}
