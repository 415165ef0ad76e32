package dev.canvelete.client;

import dev.canvelete.api.design.Design;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Designs of the account. Thread-safe. Every method may throw a
 * {@link dev.canvelete.client.error.CanveleteException}.
 */
public final class DesignService {
    private static final String DESIGNS = "/v1/designs";

    private final JsonApi api;

    DesignService(JsonApi api) {
        this.api = api;
    }

    /**
     * A page of the designs, without their canvases.
     *
     * @param page counted from 1
     * @param limit the most entries, 1..100
     * @param search part of a name; null for all
     */
    public Page<DesignSummary> list(int page, int limit, @Nullable String search) {
        return api.page(
                Query.of(DESIGNS).page(page, limit).with("search", search).toString(), DesignSummary.class);
    }

    /** Every design, page by page as the stream is read. */
    public Stream<DesignSummary> all() {
        return Pages.all(page -> list(page, Pages.LARGEST, null));
    }

    /** One design, whole. */
    public Design get(String id) {
        return api.get(path(id), Design.class, Duration.ZERO, api.timeout());
    }

    /** Stores a new design; the answer has its id. */
    public Design create(Design design) {
        return api.post(DESIGNS, design, Design.class, api.timeout());
    }

    /** Puts another design in place of one. */
    public Design replace(String id, Design design) {
        return api.send("PUT", path(id), design, Design.class);
    }

    /** Changes some fields of a design. */
    public Design update(String id, Map<String, ?> changes) {
        return api.send("PATCH", path(id), changes, Design.class);
    }

    /** Removes a design. */
    public void delete(String id) {
        api.delete(path(id));
    }

    private static String path(String id) {
        return DESIGNS + "/" + PathSegment.encode(id);
    }
}
