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
            faults.addAll(faults(elements.get(i), "canvasData.elements[" + i + "]"));
        }
        return faults;
    }

    /**
     * Every fault of one element; empty for a good one.
     *
     * @param place where the element is, for the faults' paths; empty if it is the whole input
     */
    public static List<Fault> faults(ObjectNode element, String place) {
        Fields fields = Fields.template(element, place);
        ElementTypes.read(fields, place);
        return fields.faults();
    }
}
