package dev.canvelete.server.traffic;

import dev.canvelete.server.clock.WorldClocks;
import dev.canvelete.server.compat.CompatHints;
import dev.canvelete.server.compat.Repeats;
import dev.canvelete.server.journal.Journal;
import dev.canvelete.server.journal.JournalEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** One request and its answer while they go by, for the journal. Used by one thread at a time. */
final class Exchange {
    private static final int REQUEST_SAMPLE = 64 * 1024;
    private static final int ANSWER_SAMPLE = 16 * 1024;
    private static final int LONGEST_HEADER = 500;

    private final Sinks sinks;
    private final @Nullable String world;
    private final Request request;
    private final Instant start;
    private final TextSample asked = new TextSample(REQUEST_SAMPLE);
    private final TextSample answered = new TextSample(ANSWER_SAMPLE);
    private @Nullable List<String> hints;
    private volatile @Nullable String fault;
    private boolean ended;

    Exchange(Sinks sinks, @Nullable String world, Request request) {
        this.sinks = sinks;
        this.world = world;
        this.request = request;
        this.start = sinks.clocks().now(world);
    }

    @Nullable String world() {
        return world;
    }

    TextSample asked() {
        return asked;
    }

    TextSample answered() {
        return answered;
    }

    void struckBy(String kind) {
        fault = kind;
    }

    @Nullable String fault() {
        return fault;
    }

    /** Where a published client or the documentation would disagree; asked when the request has been read. */
    List<String> hints() {
        List<String> known = hints;
        if (known == null) {
            String body = asked.whole() ? asked.text(request.getHeaders()) : null;
            known = new ArrayList<>(CompatHints.of(path(), body));
            if (repeatable() && body != null) {
                sinks.repeats().hint(world, path(), body, start).ifPresent(known::add);
            }
            hints = List.copyOf(known);
        }
        return known;
    }

    private boolean repeatable() {
        return request.getMethod().equals("POST") && !request.getHeaders().contains("Idempotency-Key");
    }

    private String path() {
        return request.getHttpURI().getPath();
    }

    /** Writes it down, once: before the end of the answer is sent, so that whoever has the answer finds it there. */
    void end(int status, HttpFields headers) {
        if (ended) {
            return;
        }
        ended = true;
        List<String> warnings = hints();
        String body = asked.text(request.getHeaders());
        if (repeatable() && body != null && asked.whole()) {
            sinks.repeats().answered(world, path(), body, status, start);
        }
        sinks.journal()
                .add(new JournalEntry(
                        sinks.journal().nextId(),
                        start,
                        Duration.between(start, sinks.clocks().now(world)).toMillis(),
                        world,
                        new JournalEntry.Request(
                                request.getMethod(),
                                path(),
                                request.getHttpURI().getQuery(),
                                headers(request.getHeaders()),
                                body),
                        new JournalEntry.Answer(status, headers(headers), answered.length(), answered.text(headers)),
                        warnings,
                        fault));
    }

    /** By names in lower case, without the key, which is nobody's business. */
    static Map<String, String> headers(HttpFields fields) {
        Map<String, String> headers = new TreeMap<>();
        fields.forEach(field -> headers.merge(
                field.getName().toLowerCase(Locale.ROOT),
                clipped(field.getValue()),
                (first, next) -> clipped(first + ", " + next)));
        headers.computeIfPresent("authorization", (name, value) -> "***");
        return headers;
    }

    private static String clipped(@Nullable String value) {
        String text = value == null ? "" : value;
        return text.length() > LONGEST_HEADER ? text.substring(0, LONGEST_HEADER) : text;
    }

    /** What an exchange is told to and asked of. */
    record Sinks(Journal journal, Repeats repeats, WorldClocks clocks) {}
}
