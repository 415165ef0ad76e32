package dev.canvelete.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.canvelete.api.json.Json;
import dev.canvelete.api.render.RenderRequest;
import java.util.List;

/** The body of a single render: a request whose design is named by the path. */
final class SingleRender {
    private SingleRender() {}

    static JsonNode of(RenderRequest request) {
        ObjectNode body = (ObjectNode) Json.tree(request);
        return body.without(List.of("designId", "templateId"));
    }
}
