package dev.canvelete.server.asset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.canvelete.api.design.Design;
import dev.canvelete.api.engine.PreparedDesign;
import dev.canvelete.api.engine.RenderEngine;
import dev.canvelete.api.engine.RenderException;
import dev.canvelete.api.engine.RenderOptions;
import dev.canvelete.api.engine.RenderRecord;
import dev.canvelete.api.engine.Rendering;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/**
 * An engine that is handed the service's own assets, in designs and in data, as {@code data:} URLs: it need not fetch
 * them, which it could not where private addresses are refused. Thread-safe.
 */
public final class AssetEngine implements RenderEngine {
    private final RenderEngine engine;
    private final AssetUrls urls;
    private final AssetFiles files;

    public AssetEngine(RenderEngine engine, AssetUrls urls, AssetFiles files) {
        this.engine = engine;
        this.urls = urls;
        this.files = files;
    }

    @Override
    public PreparedDesign prepare(Design design, RenderOptions options) throws RenderException {
        PreparedDesign prepared = engine.prepare(inlined(design), options);
        return new PreparedDesign() {
            @Override
            public Rendering render(RenderRecord data) throws RenderException {
                return prepared.render(inlined(data));
            }

            @Override
            public long bytes() {
                return prepared.bytes();
            }
        };
    }

    @Override
    public Rendering render(Design design, RenderOptions options, RenderRecord data) throws RenderException {
        return engine.render(inlined(design), options, inlined(data));
    }

    private Design inlined(Design design) {
        return holdsOurs(design.source()) ? Design.of((ObjectNode) inline(design.source())) : design;
    }

    private RenderRecord inlined(RenderRecord data) {
        return holdsOurs(data.data()) || holdsOurs(data.elements())
                ? new RenderRecord((ObjectNode) inline(data.data()), (ObjectNode) inline(data.elements()))
                : data;
    }

    /** Whether there is anything to do, so that most trees need not be copied. */
    private boolean holdsOurs(JsonNode node) {
        if (node.isTextual()) {
            return urls.file(node.textValue()).isPresent();
        }
        for (JsonNode child : node) {
            if (holdsOurs(child)) {
                return true;
            }
        }
        return false;
    }

    private JsonNode inline(JsonNode node) {
        if (node instanceof ObjectNode object) {
            ObjectNode copy = object.objectNode();
            for (Map.Entry<String, JsonNode> field : object.properties()) {
                copy.set(field.getKey(), inline(field.getValue()));
            }
            return copy;
        }
        if (node instanceof ArrayNode list) {
            ArrayNode copy = list.arrayNode(list.size());
            list.forEach(entry -> copy.add(inline(entry)));
            return copy;
        }
        return node.isTextual() ? text(node) : node;
    }

    private JsonNode text(JsonNode node) {
        // What is not there stays an address, of which the engine says that it cannot have it.
        Optional<AssetStore.Content> content = urls.file(node.textValue()).flatMap(files::find);
        return content.<JsonNode>map(
                        file -> TextNode.valueOf("data:" + file.format().mediaType() + ";base64,"
                                + Base64.getEncoder().encodeToString(file.bytes())))
                .orElse(node);
    }

    @Override
    public void close() {
        engine.close();
    }
}
