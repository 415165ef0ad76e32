package dev.canvelete.server.batch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.canvelete.api.engine.RenderOptions;
import dev.canvelete.api.engine.RenderRecord;
import dev.canvelete.api.json.Json;
import dev.canvelete.server.artifact.Digests;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;

/**
 * What renders with the same file have in common: the SHA-256 of whatever decides about the file. The data is not written
 * as JSON for it, since a photo in it takes longer to be looked through for what JSON escapes than to be digested; and a
 * long text that several renders have is digested once. For one thread.
 */
final class RenderKeys {
    private final MessageDigest digest = Digests.newSha256();
    private final ByteBuffer mark = ByteBuffer.allocate(1 + Integer.BYTES);
    private final Map<String, byte[]> longTexts = new HashMap<>();

    /** The key of a render whose design is known, as 64 hex digits. */
    String of(RenderJob job) {
        add(new Head(
                RenderTask.designId(job.request()),
                Objects.requireNonNull(job.designVersion()),
                RenderOptions.of(job.request())));
        RenderRecord record = RenderTask.data(job.request());
        add(record.data());
        add(record.elements());
        return HexFormat.of().formatHex(digest.digest());
    }

    private void add(Head head) {
        try {
            add('=', Json.mapper().writeValueAsBytes(head));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what came as JSON goes as JSON", e);
        }
    }

    /** No two trees add the same, because each node says its kind and how much comes. */
    private void add(JsonNode node) {
        if (node instanceof ObjectNode object) {
            mark('{', object.size());
            for (Map.Entry<String, JsonNode> field : object.properties()) {
                add(field.getKey());
                add(field.getValue());
            }
        } else if (node instanceof ArrayNode list) {
            mark('[', list.size());
            list.forEach(this::add);
        } else if (node.isTextual()) {
            add(node.textValue());
        } else {
            add('=', node.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    private void add(String text) {
        if (LongTexts.isLong(text)) {
            add('#', longTexts.computeIfAbsent(text, same -> Digests.newSha256().digest(bytes(same))));
        } else {
            add('"', bytes(text));
        }
    }

    /**
     * UTF-8; of a text with half a surrogate pair, which that would take for one with a question mark, UTF-16 after a byte
     * that no UTF-8 has.
     */
    private static byte[] bytes(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        if (new String(utf8, StandardCharsets.UTF_8).equals(text)) {
            return utf8;
        }
        ByteBuffer utf16 =
                ByteBuffer.allocate(1 + Character.BYTES * text.length()).put((byte) 0xff);
        utf16.asCharBuffer().put(text);
        return utf16.array();
    }

    private void add(char kind, byte[] bytes) {
        mark(kind, bytes.length);
        digest.update(bytes);
    }

    private void mark(char kind, int length) {
        digest.update(mark.clear().put((byte) kind).putInt(length).flip());
    }

    private record Head(String designId, long version, RenderOptions options) {}
}
