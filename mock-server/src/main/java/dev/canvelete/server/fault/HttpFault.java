package dev.canvelete.server.fault;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What goes wrong with a request or its answer. */
public sealed interface HttpFault extends Fault {
    /** Which requests it is for. */
    HttpMatch match();

    /**
     * The request is answered with that status in place of being handled.
     *
     * @param status 200 to 599
     * @param body of the answer; null for an error in the dialect of the path
     */
    record Status(HttpMatch match, int status, @Nullable JsonNode body, Map<String, String> headers)
            implements HttpFault {
        // Jackson leaves out what the JSON does not say.
        @SuppressWarnings("RedundantNullCheck")
        public Status {
            match = Objects.requireNonNullElse(match, HttpMatch.ANY);
            headers = headers == null ? Map.of() : Map.copyOf(headers);
            if (status < 200 || status > 599) {
                throw new IllegalArgumentException("a status from 200 to 599 is right, not " + status);
            }
        }
    }

    /** The request is handled later. */
    record Delay(HttpMatch match, Latency latency) implements HttpFault {
        public Delay {
            match = Objects.requireNonNullElse(match, HttpMatch.ANY);
            Objects.requireNonNull(latency, "latency");
        }
    }

    /** The connection is cut. */
    record Cut(HttpMatch match, Moment moment) implements HttpFault {
        public Cut {
            match = Objects.requireNonNullElse(match, HttpMatch.ANY);
            moment = Objects.requireNonNullElse(moment, Moment.BEFORE);
        }
    }

    /** The request is handled, and half of its answer's body is sent as if it were the whole. */
    record Malformed(HttpMatch match) implements HttpFault {
        public Malformed {
            match = Objects.requireNonNullElse(match, HttpMatch.ANY);
        }
    }

    /**
     * The request is answered with 429 and {@code Retry-After} until that much time has passed since the first one was;
     * then all goes well again.
     *
     * @param recovery by the service's clock; a minute when not said
     */
    record RateLimited(HttpMatch match, Duration recovery) implements HttpFault {
        public RateLimited {
            match = Objects.requireNonNullElse(match, HttpMatch.ANY);
            recovery = Objects.requireNonNullElse(recovery, Duration.ofMinutes(1));
        }
    }

    /** Nothing goes wrong: a step of a scenario. */
    record Pass(HttpMatch match) implements HttpFault {
        public Pass {
            match = Objects.requireNonNullElse(match, HttpMatch.ANY);
        }
    }

    /** When a connection is cut. */
    enum Moment {
        /** Before the request is handled: nothing came of it. */
        BEFORE,
        /** In the middle of the answer's body. */
        MIDWAY,
        /** After the request was handled, without an answer: whoever sends it again does it twice. */
        AFTER;

        /** The name in JSON. */
        @JsonValue
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** @throws IllegalArgumentException for another name */
        @JsonCreator
        public static Moment named(String name) {
            return Arrays.stream(values())
                    .filter(moment -> moment.wireName().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("one of before, midway, after is right"));
        }
    }
}
