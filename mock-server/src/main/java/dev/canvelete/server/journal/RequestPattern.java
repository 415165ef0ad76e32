package dev.canvelete.server.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.canvelete.api.json.Json;
import dev.canvelete.server.match.Glob;
import dev.canvelete.server.match.JsonCondition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which requests are meant; all that is given must hold. In texts, {@code *} stands for any characters.
 *
 * @param path without the query
 * @param headers of the request
 * @param body conditions on the request's JSON
 * @param status of the answer
 * @param warning one of its compatibility warnings
 */
public record RequestPattern(
        @Nullable String method,
        @Nullable String path,
        @Nullable String query,
        Map<String, String> headers,
        List<JsonCondition> body,
        @Nullable Integer status,
        @Nullable String warning) {
    /** Every request. */
    public static final RequestPattern ANY = new RequestPattern(null, null, null, Map.of(), List.of(), null, null);

    // Jackson leaves out what the JSON does not say.
    @SuppressWarnings("RedundantNullCheck")
    public RequestPattern {
        headers = headers == null ? Map.of() : Map.copyOf(headers);
        body = body == null ? List.of() : List.copyOf(body);
    }

    /** Requests of that method to that path. */
    public static RequestPattern of(String method, String path) {
        return new RequestPattern(method, path, null, Map.of(), List.of(), null, null);
    }

    /** These, if they were answered with that status. */
    public RequestPattern answered(int wanted) {
        return new RequestPattern(method, path, query, headers, body, wanted, warning);
    }

    /** These, if their body meets that condition as well. */
    public RequestPattern with(JsonCondition condition) {
        List<JsonCondition> all = new ArrayList<>(body);
        all.add(condition);
        return new RequestPattern(method, path, query, headers, all, status, warning);
    }

    boolean matches(JournalEntry entry) {
        return differences(entry).isEmpty();
    }

    /** What about the request is not as wanted, for people. */
    List<String> differences(JournalEntry entry) {
        List<String> differences = new ArrayList<>();
        JournalEntry.Request request = entry.request();
        if (method != null && !method.equalsIgnoreCase(request.method())) {
            differences.add("method: wanted " + method + ", was " + request.method());
        }
        text("path", path, request.path(), differences);
        text("query", query, request.query() == null ? "" : request.query(), differences);
        new TreeMap<>(headers)
                .forEach((name, value) -> text(
                        "header " + name,
                        value,
                        request.headers().getOrDefault(name.toLowerCase(Locale.ROOT), ""),
                        differences));
        if (!body.isEmpty()) {
            JsonNode json = json(request.body());
            body.stream()
                    .filter(condition -> !condition.holds(json))
                    .forEach(condition -> differences.add("body " + wanted(condition) + ", was "
                            + (json.at(condition.path()).isMissingNode() ? "nothing" : json.at(condition.path()))));
        }
        if (status != null && status != entry.answer().status()) {
            differences.add(
                    "status: wanted " + status + ", was " + entry.answer().status());
        }
        if (warning != null && entry.warnings().stream().noneMatch(given -> Glob.matches(warning, given))) {
            differences.add("warning: wanted " + warning + ", were " + entry.warnings());
        }
        return differences;
    }

    private static void text(String name, @Nullable String wanted, String was, List<String> differences) {
        if (wanted != null && !Glob.matches(wanted, was)) {
            differences.add(name + ": wanted " + wanted + ", was " + was);
        }
    }

    private static String wanted(JsonCondition condition) {
        return condition.path() + ": wanted"
                + (condition.equal() == null ? "" : " " + condition.equal())
                + (condition.contains() == null ? "" : " something with " + condition.contains())
                + (condition.present() == null ? "" : condition.present() ? " something" : " nothing");
    }

    private static JsonNode json(@Nullable String text) {
        try {
            return text == null ? MissingNode.getInstance() : Json.mapper().readTree(text);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }
}
