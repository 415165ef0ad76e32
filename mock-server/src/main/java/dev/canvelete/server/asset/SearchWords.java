package dev.canvelete.server.asset;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;

/** How the offers are searched. */
final class SearchWords {
    private SearchWords() {}

    /**
     * Those that every word of a query is said of, in any case; if there are none, those that any is said of, so that two
     * words find at least what one does. An empty query finds all.
     *
     * @param text what is said of one
     */
    static <T> List<T> find(List<T> all, Function<T, String> text, String query) {
        List<String> words = Pattern.compile("[\\s,+]+")
                .splitAsStream(query.toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .toList();
        List<T> found = all.stream()
                .filter(one -> words.stream().allMatch(word -> says(text.apply(one), word)))
                .toList();
        return found.isEmpty()
                ? all.stream()
                        .filter(one -> words.stream().anyMatch(word -> says(text.apply(one), word)))
                        .toList()
                : found;
    }

    private static boolean says(String text, String word) {
        return text.toLowerCase(Locale.ROOT).contains(word);
    }
}
