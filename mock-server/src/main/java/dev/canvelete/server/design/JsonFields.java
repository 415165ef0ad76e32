package dev.canvelete.server.design;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Changes JSON objects field by field. */
final class JsonFields {
    private JsonFields() {}

    /** Takes each field over into the target; one that is null removes the target's. */
    static void merge(ObjectNode target, ObjectNode fields) {
        fields.properties().forEach(field -> {
            if (field.getValue().isNull()) {
                target.remove(field.getKey());
            } else {
                target.set(field.getKey(), field.getValue());
            }
        });
    }
}
