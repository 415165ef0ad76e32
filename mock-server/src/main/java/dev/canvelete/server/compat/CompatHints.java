package dev.canvelete.server.compat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.canvelete.api.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a request does that the documentation does not say, or that not every published client does. */
public final class CompatHints {
    /** The answer's header, once for each hint. */
    public static final String HEADER = "Canvelete-Compat-Warning";

    private static final int MOST = 10;
    private static final Map<String, String> SPELLINGS = new TreeMap<>(Map.of(
            "design_id", "designId",
            "template_id", "templateId",
            "dynamic_data", "dynamicData",
            "dynamic_elements", "dynamicElements",
            "webhook_url", "webhook",
            "webhookUrl", "webhook"));

    private CompatHints() {}

    /**
     * The hints for a request, at most {@value #MOST}, in ASCII.
     *
     * @param body its text, if it is JSON; null if not
     */
    public static List<String> of(String path, @Nullable String body) {
        List<String> hints = new ArrayList<>();
        if (path.startsWith("/api/v1/") || path.startsWith("/api/automation/")) {
            hints.add("path: published clients use /api/...; the documentation has /v1/..., with answers in "
                    + "{\"success\", \"data\"} and errors as objects");
        }
        JsonNode json = json(body);
        if (json != null && json.isObject()) {
            object(json, "", path.startsWith("/v1/"), hints);
            JsonNode renders = json.path("renders");
            for (int i = 0; renders.isArray() && i < renders.size(); i++) {
                object(renders.get(i), "renders[" + i + "].", path.startsWith("/v1/"), hints);
            }
        }
        return List.copyOf(hints.subList(0, Math.min(MOST, hints.size())));
    }

    private static void object(JsonNode json, String place, boolean documented, List<String> hints) {
        SPELLINGS.forEach((spelling, right) -> {
            if (json.has(spelling) && (documented || spelling.contains("_"))) {
                hints.add("spelling: " + place + spelling + " is read here; the documentation has " + right);
            }
        });
        if (documented && json.path("format").asText().equalsIgnoreCase("jpeg")) {
            hints.add("spelling: " + place + "format \"jpeg\" is read here; the documentation has \"jpg\"");
        }
    }

    private static @Nullable JsonNode json(@Nullable String body) {
        try {
            return body == null || body.isEmpty() ? null : Json.mapper().readTree(body);
        } catch (JsonProcessingException e) {
            return null;
        }
    }
}
