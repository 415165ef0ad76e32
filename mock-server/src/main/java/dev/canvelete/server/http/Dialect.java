package dev.canvelete.server.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import dev.canvelete.api.error.ApiError;
import dev.canvelete.api.error.ErrorCode;
import dev.canvelete.api.render.Envelope;
import org.jspecify.annotations.Nullable;

/** How errors are answered, which the path decides. */
public enum Dialect {
    /** As the service's documentation has it: everywhere but below {@code /api}. */
    DOCUMENTED {
        @Override
        public Object error(ApiError error) {
            return Envelope.error(error);
        }

        @Override
        public int status(ErrorCode code) {
            return code.status();
        }
    },
    /** As the published clients read it, below {@code /api}: {@code error} is a text, and bad input is 422. */
    SDK {
        @Override
        public Object error(ApiError error) {
            return new TextError(error.message(), error.message(), error.code(), error.details());
        }

        @Override
        public int status(ErrorCode code) {
            return code.status() == 400 ? 422 : code.status();
        }
    };

    /** The dialect of a path, with or without the slash that it begins with. */
    public static Dialect of(@Nullable String path) {
        return bare(path).startsWith("api/") ? SDK : DOCUMENTED;
    }

    /** A path without the slash that it may begin with. */
    static String bare(@Nullable String path) {
        return path == null ? "" : path.startsWith("/") ? path.substring(1) : path;
    }

    /** The body of an answer with that error. */
    public abstract Object error(ApiError error);

    /** The HTTP status of an answer with that code. */
    public abstract int status(ErrorCode code);

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record TextError(
            String error,
            String message,
            String code,
            @Nullable JsonNode details) {}
}
