package dev.canvelete.server.design;

import org.jspecify.annotations.Nullable;

/**
 * Which designs of an account to list.
 *
 * @param status only those with this status, in any case
 * @param search only those whose name or id contains this text, in any case
 * @param page counted from 1
 * @param limit the most designs of a page
 */
public record DesignQuery(
        String account, @Nullable String status, @Nullable String search, int page, int limit) {}
