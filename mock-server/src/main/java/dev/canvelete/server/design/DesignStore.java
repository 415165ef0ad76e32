package dev.canvelete.server.design;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Where designs are kept. An account sees its own and those of nobody. Implementations are thread-safe. */
public interface DesignStore {
    /** The design of that id, if the account sees it. */
    Optional<StoredDesign> find(String account, String id);

    /** The design's version, if the account sees it. */
    OptionalLong version(String account, String id);

    /** Stores a design of a new id. */
    void insert(StoredDesign design);

    /** Stores a design that every account sees, in place of an earlier one; a changed one gets the next version. */
    void seed(StoredDesign design);

    /** One page of what an account sees, oldest first. */
    Page list(DesignQuery query);

    /**
     * One page.
     *
     * @param total how many designs all pages have
     */
    record Page(List<StoredDesign> designs, long total) {}
}
