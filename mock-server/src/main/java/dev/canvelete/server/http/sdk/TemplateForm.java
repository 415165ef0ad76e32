package dev.canvelete.server.http.sdk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.canvelete.api.error.Fault;
import dev.canvelete.api.json.Json;
import dev.canvelete.server.error.Refusal;
import dev.canvelete.server.http.Form;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a template is used for.
 *
 * @param id of the template, or of the design that one is made of
 * @param name of what is made; null for the template's own
 * @param data is put into it for good
 */
record TemplateForm(String id, @Nullable String name, ObjectNode data) {
    /**
     * Reads it.
     *
     * @param idField which field has the id
     * @throws Refusal listing every fault
     */
    static TemplateForm read(ObjectNode body, String idField) {
        List<Fault> faults = new ArrayList<>();
        Form form = new Form(body, "", faults);
        String id = form.text(idField);
        if (id == null && faults.isEmpty()) {
            form.fault(idField, "the id of a design is right");
        }
        String name = form.text("name");
        ObjectNode data = form.object("dynamicData");
        Refusal.throwIfFaulty(faults);
        return new TemplateForm(String.valueOf(id), name, data == null ? Json.object() : data);
    }

    /** The fields of a template that is made of a design: what the request says, of what it may say. */
    static ObjectNode fields(ObjectNode body) {
        return body.deepCopy().retain("name", "description", "category").put("isTemplate", true);
    }
}
