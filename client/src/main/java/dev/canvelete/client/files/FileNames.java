package dev.canvelete.client.files;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Names files by their data: {@code {{course}}/{{name}}}. Slashes of the template make folders, those of the data do
 * not. {@code {{row}}} is the row's number, unless the data has a value of that name. Immutable.
 */
public final class FileNames {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*([^{}]*?)\\s*}}");

    private final List<String> segments;

    private FileNames(List<String> segments) {
        this.segments = segments;
    }

    /**
     * Reads a template.
     *
     * @throws IllegalArgumentException if it could lead out of the folder or names nothing
     */
    public static FileNames parse(String text) {
        List<String> segments = List.of(text.split("/", -1));
        for (String segment : segments) {
            String literal = PLACEHOLDER.matcher(segment).replaceAll("x");
            if (literal.isBlank() || literal.equals(".") || literal.equals("..") || literal.contains("{{")) {
                throw new IllegalArgumentException(
                        "the name " + text + " names no file below the folder; {{course}}/{{name}} would be right");
            }
        }
        return new FileNames(segments);
    }

    /**
     * The name for a record, without ending; its parts are safe on every file system.
     *
     * @throws IllegalArgumentException naming a value that the record lacks
     */
    public String expand(long row, ObjectNode data) {
        List<String> parts = new ArrayList<>(segments.size());
        for (String segment : segments) {
            Matcher matcher = PLACEHOLDER.matcher(segment);
            parts.add(SafeName.of(matcher.replaceAll(m -> Matcher.quoteReplacement(value(m.group(1), row, data)))));
        }
        return String.join("/", parts);
    }

    private static String value(String path, long row, ObjectNode data) {
        JsonNode value = data;
        for (String step : path.split("\\.")) {
            value = value.path(step);
        }
        if (value.isMissingNode() && path.equals("row")) {
            return String.format("%06d", row);
        }
        if (!value.isValueNode() || value.isNull() || value.asText().isBlank()) {
            throw new IllegalArgumentException("the name needs {{" + path + "}}, which is "
                    + (value.isMissingNode() ? "not among " + names(data) : "empty here or no text"));
        }
        return value.asText();
    }

    private static String names(ObjectNode data) {
        return StreamSupport.stream(((Iterable<String>) data::fieldNames).spliterator(), false)
                .collect(Collectors.joining(", "));
    }
}
