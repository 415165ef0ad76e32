package dev.canvelete.server.limits;

/**
 * How an account stands with one limit.
 *
 * @param account its id
 * @param name of the limit, for people
 * @param limit how many requests its window allows
 * @param remaining how many are left
 */
public record Standing(String account, String name, int limit, int remaining) {}
