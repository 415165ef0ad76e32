package dev.canvelete.render.template;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.canvelete.api.design.Design;
import dev.canvelete.api.design.Element;
import dev.canvelete.api.engine.RenderException;
import dev.canvelete.api.engine.RenderRecord;
import dev.canvelete.api.error.ErrorCode;
import dev.canvelete.api.error.Fault;
import dev.canvelete.api.render.Warning;
import dev.canvelete.render.bind.Binding;
import dev.canvelete.render.bind.JsonTemplate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A design compiled once: its placeholders parsed, its unchanging elements read. Immutable and thread-safe. */
public final class Template {
    private final Design design;
    private final @Nullable JsonTemplate background;
    private final List<ElementTemplate> elements;
    /** Each element as it is for every record that does not change it; null for those that ordinary data does. */
    private final List<@Nullable Optional<Element>> unchanging;

    private final Set<String> names;
    private final Set<String> keys;

    private Template(Design design, @Nullable JsonTemplate background, List<ElementTemplate> elements) {
        this.design = design;
        this.background = background;
        this.elements = elements;
        this.keys = new LinkedHashSet<>();
        this.names = new LinkedHashSet<>();
        for (ElementTemplate element : elements) {
            element.collectKeys(keys);
            element.collectNames(names);
        }
        if (background != null) {
            background.collectRoots(names);
        }
        this.unchanging = unchanging(elements);
    }

    /** An element that shares its key with data that others read is likely to be hidden by that data. */
    private static List<@Nullable Optional<Element>> unchanging(List<ElementTemplate> elements) {
        Set<String> read = new HashSet<>();
        elements.stream().filter(ElementTemplate::isLive).forEach(live -> live.collectNames(read));
        List<@Nullable Optional<Element>> unchanging = new ArrayList<>(elements.size());
        for (ElementTemplate element : elements) {
            Set<String> own = new HashSet<>();
            element.collectKeys(own);
            boolean live = element.isLive() || !Collections.disjoint(own, read);
            unchanging.add(live ? null : element.fixed().filter(e -> e.box().visible()));
        }
        return unchanging;
    }

    /**
     * Compiles a design.
     *
     * @throws RenderException naming every field that can never be drawn
     */
    public static Template compile(Design design) throws RenderException {
        List<ElementTemplate> elements = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        List<ObjectNode> sources = design.canvasData().elements();
        for (int i = 0; i < sources.size(); i++) {
            try {
                elements.add(ElementTemplate.compile(sources.get(i), "canvasData.elements[" + i + "]"));
            } catch (RenderException e) {
                faults.addAll(e.faults());
            }
        }
        if (!faults.isEmpty()) {
            throw new RenderException(ErrorCode.UNSUPPORTED_ELEMENT, faults);
        }
        String background = design.canvasData().background();
        return new Template(
                design,
                background == null ? null : JsonTemplate.compile(TextNode.valueOf(background), "canvasData.background"),
                elements);
    }

    /** The design that it was compiled from. */
    public Design design() {
        return design;
    }

    /** The element at an index as it is for every record that does not change it; empty when ordinary data does. */
    public Optional<Element> unchanging(int index) {
        Optional<Element> element = unchanging.get(index);
        return element == null ? Optional.empty() : element;
    }

    /** The element at an index as it is without any data, where it can be read without; empty where it is hidden. */
    public Optional<Element> sample(int index) {
        try {
            return elements.get(index).bind(new Binding(RenderRecord.empty()));
        } catch (RenderException e) {
            return Optional.empty();
        }
    }

    /** How many elements the design has. */
    public int size() {
        return elements.size();
    }

    /** Whether data changes the background. */
    public boolean changesBackground() {
        return background != null && !(background instanceof JsonTemplate.Constant);
    }

    /** Whether ordinary data changes the element at an index: by placeholders, by its key, or by hiding it. */
    public boolean isLive(int index) {
        return unchanging.get(index) == null;
    }

    /**
     * Puts a record's data in place of the placeholders.
     *
     * @param strict whether missing data is an error
     * @throws RenderException if the data is missing or cannot be used, naming the element and field
     */
    public BoundDesign bind(RenderRecord record, boolean strict) throws RenderException {
        Binding binding = new Binding(record);
        List<Optional<Element>> bound = new ArrayList<>(elements.size());
        for (ElementTemplate element : elements) {
            bound.add(element.bind(binding));
        }
        String fill = background == null ? null : background.bind(binding).asText();
        if (strict) {
            refuseMissing(binding);
        }
        return new BoundDesign(fill, bound, unused(record));
    }

    private static void refuseMissing(Binding binding) throws RenderException {
        List<Fault> faults = new ArrayList<>();
        binding.evaluation()
                .missing()
                .forEach(path -> faults.add(new Fault("dynamicData." + path, "the design needs it and it is missing")));
        binding.evaluation().invalid().forEach(what -> faults.add(new Fault("dynamicData", what)));
        if (!faults.isEmpty()) {
            throw new RenderException(ErrorCode.INVALID_DYNAMIC_DATA, faults);
        }
    }

    private List<Warning> unused(RenderRecord record) {
        List<Warning> warnings = new ArrayList<>();
        record.data().fieldNames().forEachRemaining(name -> {
            if (!names.contains(name) && !names.contains("this")) {
                warnings.add(
                        new Warning("UNUSED_DATA", null, "dynamicData." + name + ": nothing in the design uses it"));
            }
        });
        record.elements().fieldNames().forEachRemaining(key -> {
            if (!keys.contains(key)) {
                warnings.add(new Warning(
                        "UNUSED_DATA", null, "dynamicElements." + key + ": no element has that id or name"));
            }
        });
        return warnings;
    }
}
