package dev.canvelete.client;

import dev.canvelete.api.render.Envelope.Pagination;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list. Immutable.
 *
 * @param number counted from 1
 * @param total how many entries the whole list has
 * @param pages how many pages the whole list has
 */
public record Page<T>(List<T> entries, int number, long total, long pages) {
    public Page {
        entries = List.copyOf(entries);
    }

    static <T> Page<T> of(List<T> entries, @Nullable Pagination pagination) {
        return pagination == null
                ? new Page<>(entries, 1, entries.size(), 1)
                : new Page<>(entries, pagination.page(), pagination.total(), pagination.totalPages());
    }

    /** Whether another page follows. */
    public boolean hasNext() {
        return number < pages;
    }
}
