package dev.canvelete.server.journal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request and its answer.
 *
 * @param id counted from 1 since the server started
 * @param at when the request came, by the service's clock
 * @param tookMillis until the answer was sent
 * @param world the account whose key it carried; null without a good one
 * @param warnings where the documentation or a published client would disagree
 * @param fault the kind of the fault that struck it; null when none did
 */
public record JournalEntry(
        long id,
        Instant at,
        long tookMillis,
        @Nullable String world,
        Request request,
        Answer answer,
        List<String> warnings,
        @Nullable String fault) {
    /**
     * What was asked.
     *
     * @param headers by names in lower case, without the key
     * @param body the beginning of it, if it is text
     */
    public record Request(
            String method,
            String path,
            @Nullable String query,
            Map<String, String> headers,
            @Nullable String body) {}

    /**
     * What was answered.
     *
     * @param status 0 if there was no answer
     * @param bytes of the body
     * @param body the beginning of it, if it is text
     */
    public record Answer(
            int status,
            Map<String, String> headers,
            long bytes,
            @Nullable String body) {}

    /** The same without the bodies, for a list of many. */
    public JournalEntry head() {
        return new JournalEntry(
                id,
                at,
                tookMillis,
                world,
                new Request(request.method(), request.path(), request.query(), request.headers(), null),
                new Answer(answer.status(), answer.headers(), answer.bytes(), null),
                warnings,
                fault);
    }

    /** About how much memory it takes, in bytes. */
    int weight() {
        int texts = length(request.body()) + length(answer.body()) + length(request.query());
        return 1024 + 2 * (texts + request.path().length());
    }

    private static int length(@Nullable String text) {
        return text == null ? 0 : text.length();
    }
}
