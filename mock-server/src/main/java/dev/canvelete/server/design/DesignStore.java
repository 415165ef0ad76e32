package dev.canvelete.server.design;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Where designs are kept. An account sees its own and those of nobody. Implementations are thread-safe. */
public interface DesignStore {
    /** The design of that id, if the account sees it. */
    Optional<StoredDesign> find(String account, String id);

    /** Stores a design of a new id. */
    void insert(StoredDesign design);

    /**
     * Changes a design of the account's own, one change after another.
     *
     * @param change gives the changed design, with the next version
     * @return the changed design; empty if the account itself has none of that id
     */
    Optional<StoredDesign> change(String account, String id, UnaryOperator<StoredDesign> change);

    /** Removes a design of the account's own; whether there was one. */
    boolean delete(String account, String id);

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
