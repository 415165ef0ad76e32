package dev.canvelete.server.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.canvelete.server.batch.LongTexts;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes the nodes of one body, and of equal long texts in it the same node: a hundred records with the same picture keep
 * it in memory once. For one thread.
 */
final class SharingNodes extends JsonNodeFactory {
    private static final long serialVersionUID = 1;

    private final transient Map<String, TextNode> longTexts = new HashMap<>();

    @Override
    public @Nullable TextNode textNode(@Nullable String text) {
        return text == null || !LongTexts.isLong(text)
                ? super.textNode(text)
                : longTexts.computeIfAbsent(text, super::textNode);
    }
}
