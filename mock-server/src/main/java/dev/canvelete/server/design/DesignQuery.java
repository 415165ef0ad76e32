package dev.canvelete.server.design;

import org.jspecify.annotations.Nullable;

/**
 * Which designs of an account to list.
 *
 * @param kind which of them
 * @param status only those with this status, in any case
 * @param category only those of this category, in any case
 * @param search only those whose name or id contains this text, in any case
 * @param page counted from 1
 * @param limit the most designs of a page
 */
public record DesignQuery(
        String account,
        Kind kind,
        @Nullable String status,
        @Nullable String category,
        @Nullable String search,
        int page,
        int limit) {
    /** Which kind of designs. */
    public enum Kind {
        /** All that the account sees. */
        ALL,
        /** Only what is no template. */
        DESIGNS,
        /** Only templates. */
        TEMPLATES,
        /** Only templates that are the account's own. */
        OWN_TEMPLATES
    }
}
