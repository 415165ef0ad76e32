package dev.canvelete.server.http.sdk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.canvelete.api.error.Fault;
import dev.canvelete.server.account.Scopes;
import dev.canvelete.server.error.Refusal;
import dev.canvelete.server.http.Form;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request for a key. */
record KeyForm(String name, Scopes scopes, @Nullable Instant expiresAt) {
    private static final int LONGEST_NAME = 200;

    /** @throws Refusal naming every field that is wrong */
    static KeyForm read(ObjectNode body) {
        List<Fault> faults = new ArrayList<>();
        Form form = new Form(body, "", faults);
        String name = form.text("name");
        if ((name == null && faults.isEmpty()) || (name != null && name.length() > LONGEST_NAME)) {
            form.fault("name", "a text of 1 to " + LONGEST_NAME + " characters is right");
        }
        Scopes scopes = scopes(form);
        String end = form.text(form.spelling("expiresAt", "expires_at"));
        Instant expiresAt = end == null ? null : Times.read(end).orElse(null);
        if (end != null && expiresAt == null) {
            form.fault("expiresAt", "a time such as 2030-01-31T12:00:00Z is right");
        }
        Refusal.throwIfFaulty(faults);
        return new KeyForm(String.valueOf(name), scopes, expiresAt);
    }

    private static Scopes scopes(Form form) {
        JsonNode given = form.json("scopes");
        List<String> names = new ArrayList<>();
        if (given != null) {
            given.forEach(scope -> names.add(scope.asText()));
        }
        try {
            if (given == null || given.isArray()) {
                return new Scopes(names);
            }
            form.fault("scopes", "a list of scopes is right");
        } catch (IllegalArgumentException e) {
            form.fault("scopes", String.valueOf(e.getMessage()));
        }
        return Scopes.all();
    }
}
