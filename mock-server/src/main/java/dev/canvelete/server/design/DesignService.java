package dev.canvelete.server.design;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.canvelete.api.design.Design;
import dev.canvelete.api.design.DesignException;
import dev.canvelete.api.design.DesignValidator;
import dev.canvelete.api.error.ErrorCode;
import dev.canvelete.api.error.Fault;
import dev.canvelete.api.json.Json;
import dev.canvelete.api.webhook.EventTypes;
import dev.canvelete.server.clock.WorldClocks;
import dev.canvelete.server.error.Refusal;
import dev.canvelete.server.event.Events;
import dev.canvelete.server.id.IdSource;
import dev.canvelete.server.transaction.Transactions;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Creates, finds, changes and lists designs. Thread-safe. */
public final class DesignService {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_WORD = 32;

    /** What the service says of a design, and nobody else. */
    private static final List<String> OWN_FIELDS = List.of("id", "version", "createdAt", "updatedAt");

    /** What makes up a design's picture. */
    private static final List<String> CANVAS_FIELDS = List.of("width", "height", "canvasData");

    private final DesignStore store;
    private final Events events;
    private final Transactions transactions;
    private final IdSource ids;
    private final WorldClocks clocks;

    public DesignService(
            DesignStore store, Events events, Transactions transactions, IdSource ids, WorldClocks clocks) {
        this.store = store;
        this.events = events;
        this.transactions = transactions;
        this.ids = ids;
        this.clocks = clocks;
    }

    /**
     * Stores a new design under an id of the service's own.
     *
     * @throws Refusal naming every field that is wrong
     */
    public StoredDesign create(String account, ObjectNode source) {
        StoredDesign stored = stored(account, checked(ids.next("design"), source), "draft");
        return transactions.in(() -> {
            store.insert(stored);
            publish(account, EventTypes.DESIGN_CREATED, stored);
            return stored;
        });
    }

    /**
     * Changes the fields that are given, the canvas as a whole; null removes a field.
     *
     * @throws Refusal naming every field that is wrong, or if the account may not change such a design
     */
    public StoredDesign update(String account, String id, ObjectNode fields) {
        return change(account, id, earlier -> {
            ObjectNode merged = earlier.design().source().deepCopy();
            JsonFields.merge(merged, fields);
            return merged;
        });
    }

    /**
     * Puts another design in a design's place.
     *
     * @throws Refusal naming every field that is wrong, or if the account may not change such a design
     */
    public StoredDesign replace(String account, String id, ObjectNode source) {
        return change(account, id, earlier -> source);
    }

    /**
     * Changes a design in any way.
     *
     * @param change gives the new source and leaves the earlier one as it is
     * @throws Refusal naming every field that is wrong, or if the account may not change such a design
     */
    public StoredDesign change(String account, String id, Function<StoredDesign, ObjectNode> change) {
        return transactions.in(() -> {
            StoredDesign changed = store.change(
                            account, id, earlier -> changed(earlier, checked(id, change.apply(earlier))))
                    .orElseThrow(() -> notOwn(account, id));
            publish(account, EventTypes.DESIGN_UPDATED, changed);
            return changed;
        });
    }

    private StoredDesign changed(StoredDesign earlier, Design design) {
        StoredDesign next = stored(earlier.owner(), design, earlier.status());
        return new StoredDesign(
                next.id(),
                next.owner(),
                next.name(),
                next.status(),
                earlier.version() + 1,
                design,
                earlier.createdAt(),
                next.updatedAt());
    }

    /**
     * Removes a design. Renders of it that are still queued will fail.
     *
     * @throws Refusal if the account may not remove such a design
     */
    public void delete(String account, String id) {
        transactions.in(() -> {
            StoredDesign design = get(account, id);
            if (!store.delete(account, id)) {
                throw notOwn(account, id);
            }
            publish(account, EventTypes.DESIGN_DELETED, design);
            return design;
        });
    }

    private void publish(String account, String type, StoredDesign design) {
        events.publish(
                account,
                type,
                Json.object()
                        .put("designId", design.id())
                        .put("name", design.name())
                        .put("status", design.status())
                        .put("version", design.version()));
    }

    private Refusal notOwn(String account, String id) {
        get(account, id);
        return Refusal.of(
                ErrorCode.FORBIDDEN, "This design belongs to every account, so that none may change it; a copy may be");
    }

    /** Stores a design that every account sees, under its own id. */
    public void seed(Design design) {
        store.seed(stored(null, design, "published"));
    }

    /**
     * A design that the account sees.
     *
     * @throws Refusal if there is none
     */
    public StoredDesign get(String account, String id) {
        return store.find(account, id).orElseThrow(() -> Refusal.of(ErrorCode.NOT_FOUND, "Design not found"));
    }

    /**
     * A template that the account sees.
     *
     * @throws Refusal if there is none
     */
    public StoredDesign template(String account, String id) {
        return store.find(account, id)
                .filter(found -> found.design().isTemplate())
                .orElseThrow(() -> Refusal.of(ErrorCode.NOT_FOUND, "Template not found"));
    }

    /**
     * Makes a design of a template.
     *
     * @param name of the new design; null for the template's
     * @param data is put into it for good; what it does not say stays a placeholder
     * @throws Refusal if there is no such template, or the design would be malformed
     */
    public StoredDesign use(String account, String templateId, @Nullable String name, ObjectNode data) {
        ObjectNode source = filled(account, templateId, data);
        source.put("isTemplate", false).put("status", "draft");
        if (name != null) {
            source.put("name", name);
        }
        return create(account, source);
    }

    /**
     * Puts what is on a template's canvas, and the canvas's size, into a design in place of its own.
     *
     * @param data is put into it for good; what it does not say stays a placeholder
     * @throws Refusal if there is no such template or the account may not change such a design
     */
    public StoredDesign apply(String account, String id, String templateId, ObjectNode data) {
        ObjectNode source = filled(account, templateId, data);
        return change(account, id, earlier -> {
            ObjectNode changed = earlier.design().source().deepCopy();
            for (String field : CANVAS_FIELDS) {
                changed.remove(field);
                Optional.ofNullable(source.get(field)).ifPresent(value -> changed.set(field, value));
            }
            return changed;
        });
    }

    private ObjectNode filled(String account, String templateId, ObjectNode data) {
        ObjectNode source = template(account, templateId).design().source().deepCopy();
        new TemplateFilling(data).fill(source);
        return source;
    }

    /**
     * Stores a copy of a design that the account sees as one of its own.
     *
     * @param fields of the copy that are to be others; without a name it gets one made of the design's
     * @throws Refusal if there is no such design, or a field is wrong
     */
    public StoredDesign duplicate(String account, String id, ObjectNode fields) {
        StoredDesign original = get(account, id);
        ObjectNode copy = original.design().source().deepCopy();
        copy.put("name", copyName(original.name())).put("status", "draft");
        JsonFields.merge(copy, fields);
        return create(account, copy);
    }

    private static String copyName(String name) {
        String suffix = " (copy)";
        return name.substring(0, Math.min(name.length(), LONGEST_NAME - suffix.length())) + suffix;
    }

    /** One page of the designs that an account sees. */
    public DesignStore.Page list(DesignQuery query) {
        return store.list(query);
    }

    private StoredDesign stored(@Nullable String owner, Design design, String defaultStatus) {
        // As exact as it is stored, so that an answer and a later look at it say the same.
        Instant now = clocks.now(owner).truncatedTo(ChronoUnit.MICROS);
        String id = Objects.requireNonNull(design.id(), "a stored design has an id");
        String name = design.name() == null ? "Untitled" : design.name();
        String status = design.source().path("status").asText(defaultStatus);
        return new StoredDesign(id, owner, name, status, 1, design, now, now);
    }

    private static Design checked(String id, ObjectNode source) {
        ObjectNode own = source.deepCopy();
        own.remove(OWN_FIELDS);
        try {
            Design design = Design.of(own.put("id", id));
            List<Fault> faults = new ArrayList<>(DesignValidator.faults(design));
            checkWord(own, "name", LONGEST_NAME, faults);
            checkWord(own, "status", LONGEST_WORD, faults);
            checkWord(own, "category", LONGEST_WORD, faults);
            Refusal.throwIfFaulty(faults);
            return design;
        } catch (DesignException e) {
            throw Refusal.invalid(e.faults());
        }
    }

    private static void checkWord(ObjectNode source, String name, int longest, List<Fault> faults) {
        JsonNode value = source.path(name);
        boolean absent = value.isMissingNode() || value.isNull();
        if (!absent
                && (!value.isTextual()
                        || value.textValue().length() > longest
                        || value.textValue().contains("\0"))) {
            faults.add(new Fault(name, "a text of at most " + longest + " characters is right"));
        }
    }
}
