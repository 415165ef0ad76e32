package dev.canvelete.client;

import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lists that come in pages. */
final class Pages {
    /** The most entries that the service puts into a page. */
    static final int LARGEST = 100;

    private Pages() {}

    /** The entries of all pages; a page is asked for when the one before it has been read. */
    static <T> Stream<T> all(IntFunction<Page<T>> pages) {
        return Stream.iterate(pages.apply(1), page -> page != null, page -> next(page, pages))
                .flatMap(page -> page.entries().stream());
    }

    private static <T> @Nullable Page<T> next(Page<T> page, IntFunction<Page<T>> pages) {
        return page.hasNext() ? pages.apply(page.number() + 1) : null;
    }
}
