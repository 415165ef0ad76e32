package dev.canvelete.server.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.canvelete.api.error.ErrorCode;
import dev.canvelete.api.plan.Plan;
import dev.canvelete.server.clock.WorldClocks;
import dev.canvelete.server.error.Refusal;
import dev.canvelete.server.id.IdSource;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Accounts and their keys. Four keys are there from the start, one for each plan, and public by intent:
 * {@code cvt_test_free}, {@code cvt_test_individual}, {@code cvt_test_teams} and {@code cvt_test_enterprise}.
 * Thread-safe.
 */
public final class Accounts {
    /** How long another node may go on believing what this one has changed. */
    private static final Duration BELIEVED = Duration.ofSeconds(5);

    private static final Duration USE_NOTED_EVERY = Duration.ofMinutes(1);

    private final AccountStore store;
    private final IdSource ids;
    private final WorldClocks clocks;
    private final Cache<String, Optional<KeyHolder>> known =
            Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(BELIEVED).build();

    public Accounts(AccountStore store, IdSource ids, WorldClocks clocks) {
        this.store = store;
        this.ids = ids;
        this.clocks = clocks;
    }

    /** Stores the accounts and keys that every local server knows, unless they are there. */
    public void seed() {
        for (Plan plan : Plan.values()) {
            String name = plan.name().toLowerCase(Locale.ROOT);
            String secret = "cvt_test_" + name;
            String title = "Test key, " + plan.displayName();
            ApiKey key = ApiKey.fresh("key_test_" + name, name, title, secret, clocks.now(name));
            store.insert(new Account(name, plan), key, KeyHash.of(secret));
        }
    }

    /** Makes an account with a first key that may do everything. */
    public IssuedKey create(Plan plan) {
        Account account = new Account(ids.next("account"), plan);
        String secret = ids.next("cvt");
        ApiKey key = ApiKey.fresh(ids.next("key"), account.id(), "First key", secret, clocks.now(account.id()));
        store.insert(account, key, KeyHash.of(secret));
        return new IssuedKey(key, secret);
    }

    /**
     * Makes a key for an account.
     *
     * @param by the key that asks for it, which can hand on only what it may do itself
     * @throws Refusal if the new key would be allowed more than the one that asks for it, or has expired already
     */
    public IssuedKey issue(ApiKey by, String name, Scopes scopes, @Nullable Instant expiresAt) {
        if (!by.scopes().include(scopes)) {
            throw Refusal.of(ErrorCode.FORBIDDEN, "A key cannot be given a scope that this key lacks");
        }
        if (expiresAt != null && !clocks.now(by.account()).isBefore(expiresAt)) {
            throw Refusal.invalid("expiresAt", "a time in the future is right");
        }
        String secret = ids.next("cvt");
        ApiKey key = ApiKey.fresh(ids.next("key"), by.account(), name, secret, clocks.now(by.account()))
                .limitedTo(scopes, expiresAt);
        store.insertKey(key, KeyHash.of(secret));
        return new IssuedKey(key, secret);
    }

    /** Who that secret opens the service to; empty if it is unknown, revoked or expired. */
    public Optional<KeyHolder> holder(String secret) {
        String hash = KeyHash.of(secret);
        // Loaded under the entry's own lock, so that what a revocation replaced cannot be put back meanwhile.
        Optional<KeyHolder> good = known.get(hash, store::holder).filter(holder -> holder.key()
                .goodAt(clocks.now(holder.account().id())));
        good.ifPresent(
                holder -> noteUse(hash, holder, clocks.now(holder.account().id())));
        return good;
    }

    private void noteUse(String hash, KeyHolder holder, Instant now) {
        Instant noted = holder.key().lastUsedAt();
        if (noted == null || Duration.between(noted, now).abs().compareTo(USE_NOTED_EVERY) >= 0) {
            KeyHolder used = new KeyHolder(holder.account(), holder.key().usedAt(now));
            if (known.asMap().replace(hash, Optional.of(holder), Optional.of(used))) {
                store.used(holder.key().id(), now);
            }
        }
    }

    /** One page of an account's keys, newest first. */
    public AccountStore.Page keys(Account account, int page, int limit) {
        return store.keys(account.id(), page, limit);
    }

    /**
     * Revokes a key for good. This node refuses it at once, others within seconds.
     *
     * @throws Refusal if the account has no such key
     */
    public void revoke(Account account, String key) {
        String hash =
                store.revoke(account.id(), key).orElseThrow(() -> Refusal.of(ErrorCode.NOT_FOUND, "API key not found"));
        known.invalidate(hash);
    }

    /** Whether there is an account of that id. */
    public boolean exists(String account) {
        return store.find(account).isPresent();
    }

    /** Removes an account that has nothing but keys; nobody is let in by them any longer. False if there is none. */
    public boolean remove(String account) {
        boolean removed = store.remove(account);
        forget(account);
        return removed;
    }

    /**
     * Believes nothing any longer of what it has read, because something was changed in the store.
     *
     * @param account of that account alone; null for all
     */
    public void forget(@Nullable String account) {
        if (account == null) {
            known.invalidateAll();
        } else {
            known.asMap()
                    .values()
                    .removeIf(holder ->
                            holder.isPresent() && holder.get().account().id().equals(account));
        }
    }

    /**
     * A key that was just made.
     *
     * @param secret what its holder sends; it is shown this once and kept nowhere
     */
    public record IssuedKey(ApiKey key, String secret) {}
}
