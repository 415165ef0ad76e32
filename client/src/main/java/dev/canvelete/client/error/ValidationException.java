package dev.canvelete.client.error;

import com.fasterxml.jackson.databind.JsonNode;
import dev.canvelete.api.error.Fault;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** 400 or 422: the request is malformed, and nothing of it was stored. */
public final class ValidationException extends ApiException {
    private static final long serialVersionUID = 1;
    private static final Pattern RENDER = Pattern.compile("renders\\[(\\d{1,9})]");

    private final int firstRender;

    ValidationException(ApiFailure failure) {
        super(failure, null);
        this.firstRender = 0;
    }

    private ValidationException(ValidationException cause, int firstRender) {
        super(cause.failure(), cause);
        this.firstRender = firstRender;
    }

    /** This exception for one part of a longer list: the places count from the list's start. */
    public ValidationException within(int offset) {
        return new ValidationException(this, offset);
    }

    /** Every fault with its place, such as {@code renders[3].format}; empty when the service names none. */
    public List<Fault> faults() {
        JsonNode details = details();
        return details == null
                ? List.of()
                : StreamSupport.stream(details.spliterator(), false)
                        .map(this::fault)
                        .toList();
    }

    private Fault fault(JsonNode node) {
        return node.isObject()
                ? new Fault(
                        moved(node.path("path").asText("")),
                        node.path("message").asText(""))
                : new Fault("", node.asText(""));
    }

    private String moved(String path) {
        return RENDER.matcher(path).replaceFirst(m -> "renders[" + (Integer.parseInt(m.group(1)) + firstRender) + "]");
    }
}
