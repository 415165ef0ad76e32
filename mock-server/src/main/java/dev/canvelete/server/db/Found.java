package dev.canvelete.server.db;

import java.util.List;
import java.util.Optional;

/**
 * What a query found.
 *
 * @param list all of it, in the query's order; the caller's own
 */
record Found<T>(List<T> list) {
    /**
     * The only row.
     *
     * @throws IllegalStateException if there are more, or none
     */
    T one() {
        if (list.size() != 1) {
            throw new IllegalStateException("one row was asked for, and there are " + list.size());
        }
        return list.getFirst();
    }

    /**
     * The only row, if there is one and it holds something.
     *
     * @throws IllegalStateException if there are more
     */
    Optional<T> findOne() {
        return list.isEmpty() ? Optional.empty() : Optional.ofNullable(one());
    }
}
