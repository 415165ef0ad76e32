package dev.canvelete.server.design;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.canvelete.api.design.Design;
import dev.canvelete.api.design.DesignException;
import dev.canvelete.api.design.DesignValidator;
import dev.canvelete.api.error.ErrorCode;
import dev.canvelete.api.error.Fault;
import dev.canvelete.server.error.Refusal;
import dev.canvelete.server.id.IdSource;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Creates, finds and lists designs. Thread-safe. */
public final class DesignService {
    private static final int LONGEST_NAME = 200;

    private final DesignStore store;
    private final IdSource ids;
    private final InstantSource clock;

    public DesignService(DesignStore store, IdSource ids, InstantSource clock) {
        this.store = store;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Stores a new design under an id of the service's own.
     *
     * @throws Refusal naming every field that is wrong
     */
    public StoredDesign create(String account, ObjectNode source) {
        ObjectNode own = source.deepCopy().put("id", ids.next("design"));
        StoredDesign stored = stored(account, checked(own), "draft");
        store.insert(stored);
        return stored;
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

    /** One page of the designs that an account sees. */
    public DesignStore.Page list(DesignQuery query) {
        return store.list(query);
    }

    private StoredDesign stored(@Nullable String owner, Design design, String defaultStatus) {
        Instant now = clock.instant();
        String id = Objects.requireNonNull(design.id(), "a stored design has an id");
        String name = design.name() == null ? "Untitled" : design.name();
        String status = design.source().path("status").asText(defaultStatus);
        return new StoredDesign(id, owner, name, status, 1, design, now, now);
    }

    private static Design checked(ObjectNode source) {
        try {
            Design design = Design.of(source);
            List<Fault> faults = DesignValidator.faults(design);
            if (!faults.isEmpty()) {
                throw Refusal.invalid(faults);
            }
            if (design.name() != null && design.name().length() > LONGEST_NAME) {
                throw Refusal.invalid("name", "at most " + LONGEST_NAME + " characters are right");
            }
            if (source.path("status").asText().length() > 32) {
                throw Refusal.invalid("status", "at most 32 characters are right");
            }
            return design;
        } catch (DesignException e) {
            throw Refusal.invalid(e.faults());
        }
    }
}
