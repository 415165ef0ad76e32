package dev.canvelete.server.account;

import dev.canvelete.api.plan.Plan;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The keys that every local server knows: {@code cvt_test_free}, {@code cvt_test_individual}, {@code cvt_test_teams}
 * and {@code cvt_test_enterprise}, one for each plan, and public by intent. Thread-safe.
 */
public final class ApiKeys {
    private static final Map<String, Account> LOCAL = Arrays.stream(Plan.values())
            .map(plan -> new Account(plan.name().toLowerCase(Locale.ROOT), plan))
            .collect(Collectors.toUnmodifiableMap(account -> "cvt_test_" + account.id(), Function.identity()));

    /** The account that a key belongs to; empty for an unknown key. */
    public Optional<Account> find(String key) {
        return Optional.ofNullable(LOCAL.get(key));
    }
}
