package dev.canvelete.api.design;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** One element of a canvas, its fields typed and its placeholders bound. */
public sealed interface Element
        permits BarcodeElement,
                BezierElement,
                ContainerElement,
                EllipseElement,
                ImageElement,
                LineElement,
                PolygonElement,
                QrElement,
                RectangleElement,
                StarElement,
                SvgElement,
                TableElement,
                TextElement {
    /** Where it lies and how it is shown. */
    Box box();

    /**
     * Reads an element whose placeholders are bound.
     *
     * @param place where it stands in the design, for the faults
     * @throws DesignException naming every field that is wrong
     */
    static Element read(ObjectNode source, String place) {
        Fields fields = Fields.literal(source, place);
        Element element = ElementTypes.read(fields, place);
        fields.throwIfFaulty();
        return element;
    }
}
