package dev.canvelete.server.db;

import java.util.ArrayList;
import java.util.List;

/**
 * A statement that names its values, such as {@code :account}, as JDBC takes it.
 *
 * @param text with a question mark for each value
 * @param names of the values, in the order of the question marks; one for each place, so that it may be there repeatedly
 */
record SqlText(String text, List<String> names) {
    private static final char QUOTE = '\'';

    static SqlText of(String sql) {
        StringBuilder text = new StringBuilder();
        List<String> names = new ArrayList<>();
        int copied = 0;
        int at = 0;
        while (at < sql.length()) {
            int name = at + 1;
            int end = sql.charAt(at) == ':' ? nameEnd(sql, name) : name;
            if (end > name) {
                text.append(sql, copied, at).append('?');
                names.add(sql.substring(name, end));
                copied = end;
                at = end;
            } else {
                at = next(sql, at);
            }
        }
        return new SqlText(text.append(sql, copied, sql.length()).toString(), names);
    }

    /** Behind what stands there: a whole text in quotes, PostgreSQL's {@code ::}, or a character. */
    private static int next(String sql, int at) {
        if (sql.charAt(at) == QUOTE) {
            int end = sql.indexOf(QUOTE, at + 1);
            return end < 0 ? sql.length() : end + 1;
        }
        return at + (sql.startsWith("::", at) ? 2 : 1);
    }

    private static int nameEnd(String sql, int start) {
        int end = start;
        while (end < sql.length() && Character.isJavaIdentifierPart(sql.charAt(end))) {
            end++;
        }
        return end;
    }
}
