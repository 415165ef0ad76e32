package dev.canvelete.server.http.sdk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.canvelete.api.error.Fault;
import dev.canvelete.server.error.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Reads designs, whose status and visibility this dialect writes in capitals. */
final class DesignForm {
    private static final Set<String> STATUS = new TreeSet<>(Set.of("DRAFT", "PUBLISHED", "ARCHIVED"));
    private static final Set<String> VISIBILITY = new TreeSet<>(Set.of("PRIVATE", "PUBLIC", "TEAM", "UNLISTED"));

    private DesignForm() {}

    /**
     * The fields of a design as the service stores them.
     *
     * @throws Refusal naming what is none of the words that this dialect knows
     */
    static ObjectNode read(ObjectNode body) {
        List<Fault> faults = new ArrayList<>();
        ObjectNode fields = body.deepCopy();
        word(fields, "status", STATUS, faults);
        word(fields, "visibility", VISIBILITY, faults);
        Refusal.throwIfFaulty(faults);
        return fields;
    }

    private static void word(ObjectNode fields, String name, Set<String> known, List<Fault> faults) {
        if (!fields.hasNonNull(name)) {
            return;
        }
        String word = fields.path(name).asText().toUpperCase(Locale.ROOT);
        if (known.contains(word)) {
            fields.put(name, word.toLowerCase(Locale.ROOT));
        } else {
            faults.add(new Fault(name, "one of " + String.join(", ", known) + " is right"));
        }
    }
}
