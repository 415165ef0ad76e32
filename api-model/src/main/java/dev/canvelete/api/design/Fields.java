package dev.canvelete.api.design;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.canvelete.api.error.Fault;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of one JSON object leniently where CSS is lenient (numbers as text, units) and collects a fault for
 * each that is wrong, so that one reading finds them all. A reader that reads templates passes over fields that hold a
 * placeholder. Not thread-safe.
 */
final class Fields {
    /** More points than any drawing has, and few enough to refuse the rest before memory is spent on them. */
    static final int MOST_POINTS = 10_000;

    private static final double LARGEST = 1e7;
    private static final Pattern NUMBER =
            Pattern.compile("\\s*([+-]?(?:\\d{1,20}\\.?\\d{0,20}|\\.\\d{1,20})(?:[eE][+-]?\\d{1,3})?)(px|%|deg)?\\s*");

    private final ObjectNode object;
    private final String place;
    private final boolean template;
    private final List<Fault> faults;

    private Fields(ObjectNode object, String place, boolean template, List<Fault> faults) {
        this.object = object;
        this.place = place;
        this.template = template;
        this.faults = faults;
    }

    /** Fields whose text is final. */
    static Fields literal(ObjectNode object, String place) {
        return new Fields(object, place, false, new ArrayList<>());
    }

    /** Fields of a template: those with a placeholder read as if they were not there. */
    static Fields template(ObjectNode object, String place) {
        return new Fields(object, place, true, new ArrayList<>());
    }

    /** The fields of an object inside this one; its faults are collected with these. */
    Fields inside(ObjectNode child, String name) {
        return new Fields(child, path(name), template, faults);
    }

    void fault(String name, String message) {
        faults.add(new Fault(path(name), message));
    }

    List<Fault> faults() {
        return faults;
    }

    void throwIfFaulty() {
        if (!faults.isEmpty()) {
            throw new DesignException(faults);
        }
    }

    private String path(String name) {
        return place.isEmpty() || name.isEmpty() ? place + name : place + "." + name;
    }

    /** The first of these fields that is there, not null, and not a placeholder still to be bound. */
    private @Nullable JsonNode value(String name) {
        JsonNode node = object.get(name);
        if (node == null
                || node.isNull()
                || (template && node.isTextual() && node.textValue().contains("{{"))) {
            return null;
        }
        return node;
    }

    boolean has(String name) {
        return value(name) != null;
    }

    /** Text; numbers and booleans count as the text that they are written as. */
    @Nullable String text(String name) {
        JsonNode node = value(name);
        if (node == null) {
            return null;
        }
        if (node.isContainerNode()) {
            fault(name, "text is right");
            return null;
        }
        return node.asText();
    }

    String text(String name, String otherwise) {
        String text = text(name);
        return text == null ? otherwise : text;
    }

    double number(String name, double otherwise) {
        return number(name, otherwise, -LARGEST, LARGEST);
    }

    double number(String name, double otherwise, double least, double most) {
        Double number = optionalNumber(name, least, most);
        return number == null ? otherwise : number;
    }

    @Nullable Double optionalNumber(String name, double least, double most) {
        JsonNode node = value(name);
        if (node == null || (node.isTextual() && node.textValue().isBlank())) {
            return null;
        }
        Double number = parse(node);
        if (number == null || number < least || number > most) {
            fault(name, "a number" + range(least, most) + " is right, not " + shortened(node));
            return null;
        }
        return number;
    }

    /** A share of one: {@code 0.5}, or {@code "50%"}. */
    double fraction(String name, double otherwise) {
        JsonNode node = value(name);
        boolean percent =
                node != null && node.isTextual() && node.textValue().strip().endsWith("%");
        double number = number(name, percent ? otherwise * 100 : otherwise);
        return Math.min(1, Math.max(0, percent ? number / 100 : number));
    }

    boolean flag(String name, boolean otherwise) {
        JsonNode node = value(name);
        if (node == null) {
            return otherwise;
        }
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        String text = node.asText().strip().toLowerCase(Locale.ROOT);
        if (node.isValueNode() && (text.equals("true") || text.equals("1"))) {
            return true;
        }
        if (node.isValueNode() && (text.equals("false") || text.equals("0") || text.isEmpty())) {
            return false;
        }
        fault(name, "true or false is right, not " + shortened(node));
        return otherwise;
    }

    /** One constant of an enum, by its name in any case, with {@code -} for {@code _}. */
    <E extends Enum<E>> E choice(String name, E otherwise) {
        JsonNode node = value(name);
        if (node == null) {
            return otherwise;
        }
        String wanted = node.asText().strip().replace('-', '_');
        E[] all = otherwise.getDeclaringClass().getEnumConstants();
        for (E constant : all) {
            if (constant.name().equalsIgnoreCase(wanted)) {
                return constant;
            }
        }
        String names = Arrays.stream(all)
                .map(c -> c.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .collect(Collectors.joining(", "));
        fault(name, "one of " + names + " is right, not " + shortened(node));
        return otherwise;
    }

    /** Points as {@code [{"x": 0, "y": 0}, …]}; null when the field is not there. */
    @Nullable List<Point> points(String name) {
        if (!has(name)) {
            return null;
        }
        return list(name, MOST_POINTS, f -> new Point(f.number("x", 0), f.number("y", 0)));
    }

    /** A list of objects, each read by {@code reader}; empty when the field is not there. */
    <T> List<T> list(String name, int most, Function<Fields, T> reader) {
        JsonNode node = value(name);
        if (node == null) {
            return List.of();
        }
        if (!node.isArray() || node.size() > most) {
            fault(name, "a list of at most " + most + " objects is right");
            return List.of();
        }
        List<T> items = new ArrayList<>(node.size());
        for (int i = 0; i < node.size(); i++) {
            String at = name + "[" + i + "]";
            if (node.get(i) instanceof ObjectNode item) {
                items.add(reader.apply(inside(item, at)));
            } else {
                fault(at, "an object is right");
            }
        }
        return items;
    }

    /** A list of numbers; empty when the field is not there. A null in it reads as {@code NaN}. */
    List<Double> numbers(String name, int most) {
        JsonNode node = value(name);
        if (node == null) {
            return List.of();
        }
        if (!node.isArray() || node.size() > most) {
            fault(name, "a list of at most " + most + " numbers is right");
            return List.of();
        }
        List<Double> numbers = new ArrayList<>(node.size());
        for (int i = 0; i < node.size(); i++) {
            Double number = node.get(i).isNull() ? Double.valueOf(Double.NaN) : parse(node.get(i));
            if (number == null) {
                fault(name + "[" + i + "]", "a number is right, not " + shortened(node.get(i)));
            } else {
                numbers.add(number);
            }
        }
        return numbers;
    }

    /** Any JSON, as it is. */
    @Nullable JsonNode json(String name) {
        return value(name);
    }

    private static @Nullable Double parse(JsonNode node) {
        if (node.isNumber()) {
            return finite(node.doubleValue());
        }
        Matcher matcher = NUMBER.matcher(node.isTextual() ? node.textValue() : "");
        return matcher.matches() ? finite(Double.parseDouble(matcher.group(1))) : null;
    }

    private static @Nullable Double finite(double number) {
        return Math.abs(number) <= LARGEST ? Double.valueOf(number) : null;
    }

    private static String range(double least, double most) {
        if (least == -LARGEST && most == LARGEST) {
            return "";
        }
        return most == LARGEST ? " from " + plain(least) : " from " + plain(least) + " to " + plain(most);
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }

    private static String shortened(JsonNode node) {
        String text = node.isContainerNode() ? "a list or object" : node.toString();
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }
}
