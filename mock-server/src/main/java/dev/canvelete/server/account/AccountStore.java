package dev.canvelete.server.account;

import dev.canvelete.api.plan.Plan;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where accounts and keys are kept; of the secrets only their hashes. Implementations are thread-safe. */
public interface AccountStore {
    /** Stores an account with its first key, unless there is an account of that id, which then stays as it is. */
    void insert(Account account, ApiKey key, String hash);

    /** Stores a key of a new id for an account that is there. */
    void insertKey(ApiKey key, String hash);

    /** The account of that id. */
    Optional<Account> find(String account);

    /** Puts an account under another plan; false if it is under that plan already, or there is no such account. */
    boolean changePlan(String account, Plan plan);

    /** Removes an account that has nothing but keys, with them; false if there is no such account. */
    boolean remove(String account);

    /** Who holds the key with that hash, whether it is still good or not. */
    Optional<KeyHolder> holder(String hash);

    /** One page of an account's keys, newest first. */
    Page keys(String account, int page, int limit);

    /** Revokes a key of the account, for good, and gives its hash; empty if the account has no such key. */
    Optional<String> revoke(String account, String key);

    /** Notes that a key was used. */
    void used(String key, Instant when);

    /**
     * One page.
     *
     * @param total how many keys all pages have
     */
    record Page(List<ApiKey> keys, long total) {}
}
