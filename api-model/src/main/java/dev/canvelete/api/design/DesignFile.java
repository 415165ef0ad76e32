package dev.canvelete.api.design;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.canvelete.api.error.Fault;
import dev.canvelete.api.json.Json;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** Reads a design from the text of a file, and says file, line and field of whatever is wrong with it. */
public final class DesignFile {
    private DesignFile() {}

    /**
     * Reads and validates a design.
     *
     * @param text the file's content
     * @param name the file's name, for messages
     * @throws DesignException with faults whose path is {@code file:line: field}
     */
    public static Design read(String text, String name) {
        ObjectNode source = parse(text, name);
        Design design;
        List<Fault> faults;
        try {
            design = Design.of(source);
            faults = DesignValidator.faults(design);
        } catch (DesignException e) {
            throw located(e.faults(), text, name);
        }
        if (!faults.isEmpty()) {
            throw located(faults, text, name);
        }
        return design;
    }

    private static ObjectNode parse(String text, String name) {
        JsonNode node;
        try {
            node = Json.mapper().readTree(text);
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw new DesignException(List.of(new Fault(name + ":" + line, "no JSON: " + Json.reason(e))));
        }
        if (node instanceof ObjectNode object) {
            return object;
        }
        throw new DesignException(List.of(new Fault(name + ":1", "a design is a JSON object")));
    }

    private static DesignException located(List<Fault> faults, String text, String name) {
        return new DesignException(faults.stream()
                .map(f -> new Fault(name + ":" + line(text, f.path()) + ": " + f.path(), f.message()))
                .collect(Collectors.toList()));
    }

    /** The line on which the value at a path such as {@code canvasData.elements[3].width} stands, or its parent's. */
    private static int line(String text, String path) {
        JsonPointer wanted = JsonPointer.valueOf(
                path.isEmpty()
                        ? ""
                        : "/" + path.replace("]", "").replace('[', '/').replace('.', '/'));
        int line = 1;
        int depth = -1;
        try (JsonParser parser = Json.mapper().createParser(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                JsonPointer at = parser.getParsingContext().pathAsPointer();
                int length = length(at);
                if (length > depth && wanted.toString().equals(at.toString() + tail(wanted, at))) {
                    depth = length;
                    line = parser.currentTokenLocation().getLineNr();
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("text that was read before", e);
        }
        return line;
    }

    private static String tail(JsonPointer whole, JsonPointer head) {
        String text = whole.toString();
        int length = head.toString().length();
        return length < text.length() && text.charAt(length) == '/' ? text.substring(length) : "";
    }

    private static int length(JsonPointer pointer) {
        return (int) pointer.toString().chars().filter(c -> c == '/').count();
    }
}
