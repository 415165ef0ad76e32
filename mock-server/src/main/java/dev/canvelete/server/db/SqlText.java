package dev.canvelete.server.db;

import org.jdbi.v3.core.statement.ParsedSql;
import org.jdbi.v3.core.statement.SqlParser;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.TemplateEngine;

/**
 * Reads the two things that our statements have beside SQL: parameters such as {@code :account}, and lists such as
 * {@code <ids>}. Jdbi's own readers know more, and take longer to load than the database to open. Thread-safe.
 */
final class SqlText implements SqlParser, TemplateEngine {
    private static final char QUOTE = '\'';

    @Override
    public ParsedSql parse(String sql, StatementContext context) {
        ParsedSql.Builder parsed = ParsedSql.builder();
        int copied = 0;
        int at = 0;
        while (at < sql.length()) {
            int name = at + 1;
            int end = sql.charAt(at) == ':' ? nameEnd(sql, name) : name;
            if (end > name) {
                parsed.append(sql.substring(copied, at)).appendNamedParameter(sql.substring(name, end));
                copied = end;
                at = end;
            } else {
                at = next(sql, at);
            }
        }
        return parsed.append(sql.substring(copied)).build();
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

    @Override
    public String nameParameter(String name, StatementContext context) {
        return ":" + name;
    }

    @Override
    public String render(String template, StatementContext context) {
        StringBuilder sql = new StringBuilder();
        int copied = 0;
        for (int at = template.indexOf('<'); at >= 0; at = template.indexOf('<', at + 1)) {
            int end = nameEnd(template, at + 1);
            if (end > at + 1 && end < template.length() && template.charAt(end) == '>') {
                String name = template.substring(at + 1, end);
                sql.append(template, copied, at).append(list(name, context));
                copied = end + 1;
            }
        }
        return sql.append(template, copied, template.length()).toString();
    }

    private static Object list(String name, StatementContext context) {
        Object list = context.getAttribute(name);
        if (list == null) {
            throw new IllegalArgumentException("no list is bound to <" + name + ">");
        }
        return list;
    }
}
