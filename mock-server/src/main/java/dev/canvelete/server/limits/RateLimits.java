package dev.canvelete.server.limits;

import dev.canvelete.api.error.ErrorCode;
import dev.canvelete.api.json.Json;
import dev.canvelete.api.plan.Plan;
import dev.canvelete.server.account.Account;
import dev.canvelete.server.clock.WorldClocks;
import dev.canvelete.server.error.Refusal;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Counts what the plans limit: requests a minute, requests an hour, and batch requests an hour. A limit's window begins
 * with its first use and lets exactly its capacity through, however many threads ask. Each plan has counts of its own,
 * and none of a time that a clock was set back from. Thread-safe.
 */
public final class RateLimits {
    private final WorldClocks clocks;
    private final Buckets buckets;
    private final Consumer<String> refused;

    /**
     * Limits whose windows follow the accounts' clocks; the one who makes them has {@link #forget} called when
     * {@linkplain WorldClocks#onSetBack a clock is set back}.
     *
     * @param buckets where the counts are kept
     * @param refused told the name of the limit at each refusal
     */
    public RateLimits(WorldClocks clocks, Buckets buckets, Consumer<String> refused) {
        this.clocks = clocks;
        this.buckets = buckets;
        this.refused = refused;
    }

    /**
     * Counts one request.
     *
     * @return the allowance of whichever window has less left
     * @throws Refusal if a window is used up; the request is then not counted
     */
    public Allowance countRequest(Account account) {
        Allowance minute = count(account, Limit.REQUESTS_PER_MINUTE);
        try {
            Allowance hour = count(account, Limit.REQUESTS_PER_HOUR);
            return hour.remaining() < minute.remaining() ? hour : minute;
        } catch (Refusal refusal) {
            uncount(account, Limit.REQUESTS_PER_MINUTE);
            throw refusal;
        }
    }

    /**
     * Counts one batch request.
     *
     * @throws Refusal if the hour's are used up
     */
    public void countBatch(Account account) {
        count(account, Limit.BATCH_REQUESTS_PER_HOUR);
    }

    /** Takes a counted batch request back, because nothing came of it. */
    public void uncountBatch(Account account) {
        uncount(account, Limit.BATCH_REQUESTS_PER_HOUR);
    }

    /** How an account stands with each limit that its plan has. */
    public List<Standing> standing(Account account) {
        return Arrays.stream(Limit.values())
                .flatMap(limit -> limit.of(account.plan()).stream().mapToObj(most -> {
                    long left = bucket(account, limit, most).getAvailableTokens();
                    return new Standing(account.id(), limit.label(), most, (int) Math.max(0, left));
                }))
                .toList();
    }

    /**
     * Forgets what was counted.
     *
     * @param account null for all
     */
    public void forget(@Nullable String account) {
        buckets.forget(account);
    }

    /** The allowance of whoever is not limited: a plan without limits, or a request that belongs to no key. */
    public Allowance unlimited() {
        return Allowance.unlimited(clocks.now(null));
    }

    private void uncount(Account account, Limit limit) {
        limit.of(account.plan())
                .ifPresent(capacity -> bucket(account, limit, capacity).addTokens(1));
    }

    private Allowance count(Account account, Limit limit) {
        OptionalInt capacity = limit.of(account.plan());
        if (capacity.isEmpty()) {
            return unlimited();
        }
        int most = capacity.getAsInt();
        ConsumptionProbe probe = bucket(account, limit, most).tryConsumeAndReturnRemaining(1);
        Instant now = clocks.now(account.id());
        Allowance allowance =
                new Allowance(most, (int) probe.getRemainingTokens(), now.plusNanos(probe.getNanosToWaitForReset()));
        if (probe.isConsumed()) {
            return allowance;
        }
        refused.accept(limit.wireName());
        throw refusal(account.plan(), limit, allowance, now.plusNanos(probe.getNanosToWaitForRefill()), now);
    }

    private static Refusal refusal(Plan plan, Limit limit, Allowance allowance, Instant again, Instant now) {
        long wait = Math.max(1, (Duration.between(now, again).toMillis() + 999) / 1000);
        Map<String, String> headers = new HashMap<>(allowance.headers());
        headers.put("Retry-After", Long.toString(wait));
        return Refusal.of(
                ErrorCode.RATE_LIMITED,
                "The " + plan.displayName() + " plan allows " + allowance.limit() + " " + limit.label()
                        + "; try again in " + wait + " s",
                Json.object()
                        .put("limit", limit.wireName())
                        .put("max", allowance.limit())
                        .put("plan", plan.name().toLowerCase(Locale.ROOT))
                        .put("retryAfter", wait),
                headers);
    }

    private Bucket bucket(Account account, Limit limit, int capacity) {
        return buckets.get(
                account.id(),
                // Under another plan it is another bucket, because a bucket keeps the capacity that it began with.
                limit.wireName() + "/" + capacity,
                () -> Bandwidth.builder()
                        .capacity(capacity)
                        .refillIntervally(capacity, limit.window())
                        .build(),
                new AccountMeter(clocks, account.id()));
    }

    /** Bucket4j's clock, driven by an account's. */
    private record AccountMeter(WorldClocks clocks, String account) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            Instant now = clocks.now(account);
            return Math.addExact(Math.multiplyExact(now.getEpochSecond(), 1_000_000_000L), now.getNano());
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
