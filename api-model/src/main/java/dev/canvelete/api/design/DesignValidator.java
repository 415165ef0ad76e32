package dev.canvelete.api.design;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.canvelete.api.error.Fault;
import java.util.ArrayList;
import java.util.List;

/** Checks ahead of any rendering what a design says outside its placeholders. */
public final class DesignValidator {
    private DesignValidator() {}

    /** Every fault of every element, in the order of the design; empty for a good design. */
    public static List<Fault> faults(Design design) {
        List<Fault> faults = new ArrayList<>();
        List<ObjectNode> elements = design.canvasData().elements();
        for (int i = 0; i < elements.size(); i++) {
            String place = "canvasData.elements[" + i + "]";
            Fields fields = Fields.template(elements.get(i), place);
            ElementTypes.read(fields, place);
            faults.addAll(fields.faults());
        }
        return faults;
    }
}
