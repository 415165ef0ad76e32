package dev.canvelete.server.testing;

import com.fasterxml.jackson.databind.JsonNode;
import dev.canvelete.api.render.BatchState;

/**
 * A batch that was taken in.
 *
 * @param request its body as it was sent
 * @param state how far it has come
 */
public record ReceivedBatch(JsonNode request, BatchState state) {}
