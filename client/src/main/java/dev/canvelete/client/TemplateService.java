package dev.canvelete.client;

import dev.canvelete.api.design.Design;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Templates. Thread-safe. Every method may throw a {@link dev.canvelete.client.error.CanveleteException}.
 */
public final class TemplateService {
    private static final String TEMPLATES = "/v1/templates";

    private final JsonApi api;

    TemplateService(JsonApi api) {
        this.api = api;
    }

    /**
     * A page of the templates, without their canvases.
     *
     * @param page counted from 1
     * @param limit the most entries, 1..100
     * @param category null for all
     * @param search part of a name; null for all
     */
    public Page<DesignSummary> list(int page, int limit, @Nullable String category, @Nullable String search) {
        Query query =
                Query.of(TEMPLATES).page(page, limit).with("category", category).with("search", search);
        return api.page(query.toString(), DesignSummary.class);
    }

    /** Every template, page by page as the stream is read. */
    public Stream<DesignSummary> all() {
        return Pages.all(page -> list(page, Pages.LARGEST, null, null));
    }

    /** A template's variables, and what else is known of it. */
    public Template get(String id) {
        return api.get(path(id), Template.class, Duration.ZERO, api.timeout());
    }

    /**
     * Makes a design of a template.
     *
     * @param name of the new design; null for the template's
     * @param data is put into the design for good
     */
    public Design use(String id, @Nullable String name, Map<String, ?> data) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("name", name);
        body.put("dynamicData", data);
        return api.post(path(id) + "/use", body, Design.class, api.timeout());
    }

    private static String path(String id) {
        return TEMPLATES + "/" + PathSegment.encode(id);
    }
}
