package dev.canvelete.server.usage;

import dev.canvelete.server.account.Account;
import dev.canvelete.server.clock.WorldClocks;
import dev.canvelete.server.id.IdSource;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** Tells what an account has used. Thread-safe. */
public final class Usage {
    /** The clients' integers hold no more. */
    private static final long UNLIMITED = Integer.MAX_VALUE;

    private final UsageStore store;
    private final ApiCalls calls;
    private final IdSource ids;
    private final WorldClocks clocks;

    public Usage(UsageStore store, ApiCalls calls, IdSource ids, WorldClocks clocks) {
        this.store = store;
        this.calls = calls;
        this.ids = ids;
        this.clocks = clocks;
    }

    /** This month's numbers. */
    public Stats stats(Account account) {
        Period month = Period.monthOf(clocks.now(account.id()));
        long renders = store.renders(account.id(), month);
        long limit = Credits.included(account.plan()) + bought(account, month);
        long used = renders * Credits.PER_RENDER;
        long callLimit = account.plan().requestsPerHour().isPresent()
                ? account.plan().requestsPerHour().getAsInt() * month.hours()
                : UNLIMITED;
        return new Stats(
                used,
                limit,
                Math.max(0, limit - used),
                total(calls(account, month)),
                callLimit,
                renders,
                store.storage(account.id()));
    }

    private long bought(Account account, Period month) {
        return store.purchases(account.id()).stream()
                .filter(purchase -> !purchase.when().isBefore(month.from()))
                .mapToLong(UsageStore.Purchase::credits)
                .sum();
    }

    private SortedMap<String, Long> calls(Account account, Period period) {
        calls.store();
        return store.calls(account.id(), period);
    }

    private static long total(Map<?, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** What cost credits in the period, newest first. */
    public UsageStore.Page<Event> history(Account account, Period period, int page, int limit) {
        UsageStore.Page<UsageStore.Event> found = store.events(account.id(), period, page, limit);
        List<Event> events = found.entries().stream()
                .map(event -> new Event(
                        "render",
                        Credits.PER_RENDER,
                        event.timestamp(),
                        Map.of(
                                "renderId", event.renderId(),
                                "designId", event.designId(),
                                "format", event.format())))
                .toList();
        return new UsageStore.Page<>(events, found.total());
    }

    /** This month's calls by endpoint. */
    public CallStats callStats(Account account) {
        SortedMap<String, Long> endpoints = calls(account, Period.monthOf(clocks.now(account.id())));
        return new CallStats(endpoints, total(endpoints), "month");
    }

    /** What the account did, newest first. */
    public UsageStore.Page<UsageStore.Activity> activities(Account account, int page, int limit) {
        return store.activities(account.id(), page, limit);
    }

    /** How the last days went; today is the last of them. */
    public Analytics analytics(Account account, int days) {
        Period period = Period.daysUntil(clocks.now(account.id()), days);
        SortedMap<LocalDate, Long> byDay = store.rendersByDay(account.id(), period);
        long total = total(byDay);
        LocalDate peak = byDay.entrySet().stream()
                .max(Map.Entry.comparingByValue(Comparator.naturalOrder()))
                .map(Map.Entry::getKey)
                .orElseGet(() -> LocalDate.ofInstant(clocks.now(account.id()), ZoneOffset.UTC));
        Instant middle = period.from().plus(period.hours() / 2, ChronoUnit.HOURS);
        long later = store.renders(account.id(), new Period(middle, period.until()));
        return new Analytics(
                total,
                Math.round(total * 100.0 / days) / 100.0,
                peak,
                Trend.between(total - later, later),
                store.rendersByFormat(account.id(), period));
    }

    /** Adds credits to this month's. */
    public UsageStore.Purchase buy(Account account, int credits) {
        UsageStore.Purchase purchase = new UsageStore.Purchase(ids.next("purchase"), credits, clocks.now(account.id()));
        store.buy(purchase.id(), account.id(), credits, purchase.when());
        return purchase;
    }

    /** Every purchase of credits, newest first. */
    public List<UsageStore.Purchase> purchases(Account account) {
        return store.purchases(account.id());
    }

    /**
     * This month's numbers.
     *
     * @param creditLimit what the plan includes and what was bought this month
     * @param storageUsed bytes of all files
     */
    public record Stats(
            long creditsUsed,
            long creditLimit,
            long creditsRemaining,
            long apiCalls,
            long apiCallLimit,
            long renders,
            long storageUsed) {}

    /** Something that cost credits. */
    public record Event(String type, int creditsUsed, Instant timestamp, Map<String, String> details) {}

    /** Calls by endpoint. */
    public record CallStats(Map<String, Long> endpoints, long totalCalls, String period) {}

    /**
     * How some days went.
     *
     * @param peakDay the day with the most renders; today if there were none
     * @param breakdown renders by format
     */
    public record Analytics(
            long totalRenders, double averagePerDay, LocalDate peakDay, Trend trend, Map<String, Long> breakdown) {}
}
