package dev.canvelete.server.http.sdk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.canvelete.api.error.Fault;
import dev.canvelete.api.json.Json;
import dev.canvelete.server.artifact.Digests;
import dev.canvelete.server.asset.AssetType;
import dev.canvelete.server.error.Refusal;
import dev.canvelete.server.http.Form;
import dev.canvelete.server.http.Multipart;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A file for the library.
 *
 * @param type what it must be; null for anything
 */
@SuppressWarnings("ArrayRecordComponent") // Passed on, never compared.
record UploadForm(String name, @Nullable AssetType type, byte[] file) {
    private static final int LONGEST_NAME = 200;
    private static final String RIGHT_NAME = "a text of one line, of 1 to " + LONGEST_NAME + " characters, is right";
    private static final Pattern HEAD = Pattern.compile("data:[^,]{0,200};base64,");

    /** What is asked for, the same in whichever form it came. */
    ObjectNode content() {
        return Json.object()
                .put("name", name)
                .put("type", type == null ? null : type.name())
                .put("file", Digests.sha256(file));
    }

    /**
     * Reads {@code name}, {@code type} and {@code data}, a {@code data:} URL.
     *
     * @throws Refusal listing every fault
     */
    static UploadForm read(ObjectNode body) {
        List<Fault> faults = new ArrayList<>();
        Form form = new Form(body, "", faults);
        String name = name(form, "name");
        AssetType type = type(form);
        byte[] file = bytes(form, body.path("data"));
        Refusal.throwIfFaulty(faults);
        return new UploadForm(name, type, file);
    }

    /**
     * Reads the same fields of a form, with the file in {@code file}.
     *
     * @throws Refusal naming the field that is wrong
     */
    static UploadForm read(Multipart form) {
        byte[] file = form.file("file");
        String name = form.text("name").or(() -> form.fileName("file")).orElse("Untitled");
        if (!isName(name)) {
            throw Refusal.invalid("name", RIGHT_NAME);
        }
        return new UploadForm(name, form.text("type").map(UploadForm::type).orElse(null), file);
    }

    /** The name in that field; a fault if there is none. */
    static String name(Form form, String field) {
        JsonNode name = form.json(field);
        if (name == null || !name.isTextual() || !isName(name.textValue())) {
            form.fault(field, RIGHT_NAME);
            return "";
        }
        return name.textValue();
    }

    /** A control character would be refused by PostgreSQL (NUL), or break a line of the dashboard. */
    private static boolean isName(String text) {
        return !text.isBlank() && text.length() <= LONGEST_NAME && text.chars().noneMatch(Character::isISOControl);
    }

    /** The type, if there is one. */
    static @Nullable AssetType type(Form form) {
        String given = form.text("type");
        if (given == null) {
            return null;
        }
        try {
            return type(given);
        } catch (Refusal refusal) {
            form.fault("type", "one of " + types() + " is right");
            return null;
        }
    }

    /** @throws Refusal if there is no such type */
    static AssetType type(String name) {
        return Arrays.stream(AssetType.values())
                .filter(type -> type.name().equals(name.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("type", "one of " + types() + " is right"));
    }

    private static String types() {
        return String.join(
                ", ", Arrays.stream(AssetType.values()).map(Enum::name).toList());
    }

    private static byte[] bytes(Form form, JsonNode data) {
        String text = data.isTextual() ? data.textValue() : "";
        Matcher head = HEAD.matcher(text);
        try {
            if (head.lookingAt()) {
                return Base64.getDecoder().decode(text.substring(head.end()));
            }
        } catch (IllegalArgumentException e) {
            // It says that it is Base64, and is not: the same fault.
        }
        form.fault("data", "a file as data:<type>;base64,<bytes> is right");
        return new byte[0];
    }
}
