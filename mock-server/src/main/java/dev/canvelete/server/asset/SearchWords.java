package dev.canvelete.server.asset;

import java.util.Arrays;
import java.util.Locale;

/** How the offers are searched. */
final class SearchWords {
    private SearchWords() {}

    /** Whether every word of the query is in the text, in any case; an empty query fits everything. */
    static boolean fit(String query, String text) {
        String known = text.toLowerCase(Locale.ROOT);
        return Arrays.stream(query.toLowerCase(Locale.ROOT).split("[\\s,+]+")).allMatch(known::contains);
    }
}
