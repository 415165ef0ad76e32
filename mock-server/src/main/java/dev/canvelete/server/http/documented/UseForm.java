package dev.canvelete.server.http.documented;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.canvelete.api.error.Fault;
import dev.canvelete.api.json.Json;
import dev.canvelete.server.error.Refusal;
import dev.canvelete.server.http.Form;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a design that is made of a template is to be.
 *
 * @param name null for the template's
 * @param dynamicData is put into it for good
 */
record UseForm(@Nullable String name, ObjectNode dynamicData) {
    /**
     * Reads it, in either spelling.
     *
     * @throws Refusal listing every fault
     */
    static UseForm read(ObjectNode body) {
        List<Fault> faults = new ArrayList<>();
        Form form = new Form(body, "", faults);
        String name = form.text("name");
        ObjectNode data = form.object(form.spelling("dynamicData", "dynamic_data"));
        Refusal.throwIfFaulty(faults);
        return new UseForm(name, data == null ? Json.object() : data);
    }
}
