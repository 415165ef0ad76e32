package dev.canvelete.server.fault;

import dev.canvelete.api.error.ErrorCode;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What goes wrong with a render. It is decided when the render is accepted, in the order of the request. */
public sealed interface RenderFault extends Fault {
    /** Which renders it is for. */
    RenderMatch match();

    /**
     * The render fails.
     *
     * @param code what it fails with; {@link ErrorCode#RENDER_FAILED} when not said
     * @param message for people; one that names the fault when not said
     * @param after how long the render takes to fail; null for no time
     */
    record Fail(
            RenderMatch match,
            ErrorCode code,
            String message,
            @Nullable Latency after) implements RenderFault {
        private static final String MESSAGE = "A fault was set to fail this render";

        public Fail {
            match = Objects.requireNonNullElse(match, RenderMatch.ANY);
            code = Objects.requireNonNullElse(code, ErrorCode.RENDER_FAILED);
            message = Objects.requireNonNullElse(message, MESSAGE);
        }

        /** A render that such a match finds fails at once with that code. */
        public static Fail of(RenderMatch match, ErrorCode code) {
            return new Fail(match, code, MESSAGE, null);
        }
    }

    /** The render begins later. */
    record Slow(RenderMatch match, Latency latency) implements RenderFault {
        public Slow {
            match = Objects.requireNonNullElse(match, RenderMatch.ANY);
            Objects.requireNonNull(latency, "latency");
        }
    }

    /** Nothing goes wrong: a step of a scenario. */
    record Pass(RenderMatch match) implements RenderFault {
        public Pass {
            match = Objects.requireNonNullElse(match, RenderMatch.ANY);
        }
    }
}
