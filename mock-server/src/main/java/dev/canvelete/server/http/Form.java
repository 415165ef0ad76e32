package dev.canvelete.server.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.canvelete.api.error.Fault;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Reads one object of a request and collects a fault, with its place, for each field that is wrong. */
public final class Form {
    private static final int LONGEST_TEXT = 2000;

    private final ObjectNode object;
    private final String place;
    private final List<Fault> faults;

    /** @param place of the object in the request; empty for the request itself */
    public Form(ObjectNode object, String place, List<Fault> faults) {
        this.object = object;
        this.place = place;
        this.faults = faults;
    }

    /** Notes that a field is wrong; an empty name stands for the object itself. */
    public void fault(String name, String message) {
        faults.add(new Fault(place.isEmpty() ? name : name.isEmpty() ? place : place + "." + name, message));
    }

    /** The first of these spellings that the request uses; the first of all if it uses none. */
    public String spelling(String... names) {
        for (String name : names) {
            if (object.hasNonNull(name)) {
                return name;
            }
        }
        return names[0];
    }

    private @Nullable JsonNode value(String name) {
        JsonNode node = object.get(name);
        return node == null || node.isNull() ? null : node;
    }

    /** A text of one line that is not blank; null if there is none, or, with a fault, anything else. */
    public @Nullable String text(String name) {
        JsonNode node = value(name);
        if (node == null) {
            return null;
        }
        String text = node.asText();
        if (!node.isTextual() || text.isBlank() || text.length() > LONGEST_TEXT) {
            fault(name, "a text of 1 to " + LONGEST_TEXT + " characters is right");
            return null;
        }
        OptionalInt control = text.chars().filter(Character::isISOControl).findFirst();
        if (control.isPresent()) {
            fault(
                    name,
                    "a text of one line is right, without the control character U+%04X at position %d"
                            .formatted(control.getAsInt(), text.indexOf(control.getAsInt()) + 1));
            return null;
        }
        return text;
    }

    /** True or false; null if it is not there. */
    public @Nullable Boolean flag(String name) {
        JsonNode node = value(name);
        if (node != null && !node.isBoolean()) {
            fault(name, "true or false is right");
            return null;
        }
        return node == null ? null : node.booleanValue();
    }

    /** A whole number; null if it is not there. */
    public @Nullable Integer integer(String name, int least, int most) {
        JsonNode node = value(name);
        if (node == null) {
            return null;
        }
        // 90.0 is a whole number to a client whose language knows only one kind of number.
        if (!node.isNumber() || node.doubleValue() != Math.rint(node.doubleValue()) || !in(node, least, most)) {
            fault(name, "a whole number from " + least + " to " + most + " is right");
            return null;
        }
        return (int) node.doubleValue();
    }

    /** A number; null if it is not there. */
    public @Nullable Double number(String name, double least, double most) {
        JsonNode node = value(name);
        if (node == null) {
            return null;
        }
        if (!node.isNumber() || !in(node, least, most)) {
            fault(name, "a number from " + least + " to " + most + " is right");
            return null;
        }
        return node.doubleValue();
    }

    private static boolean in(JsonNode node, double least, double most) {
        return node.doubleValue() >= least && node.doubleValue() <= most;
    }

    /** An object; null if it is not there. */
    public @Nullable ObjectNode object(String name) {
        JsonNode node = value(name);
        if (node == null) {
            return null;
        }
        if (node instanceof ObjectNode child) {
            return child;
        }
        fault(name, "an object is right");
        return null;
    }

    /** Whatever it is; null if it is not there, or null. */
    public @Nullable JsonNode json(String name) {
        return value(name);
    }
}
