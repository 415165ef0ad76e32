package dev.canvelete.server.account;

/** Who a key opens the service to, and how far. */
public record KeyHolder(Account account, ApiKey key) {}
