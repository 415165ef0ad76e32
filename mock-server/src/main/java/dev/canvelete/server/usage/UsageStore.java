package dev.canvelete.server.usage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** Where usage is read from: the renders themselves, and the counted calls. Implementations are thread-safe. */
public interface UsageStore {
    /** How many renders completed in the period. */
    long renders(String account, Period period);

    /** How many renders completed on each day of the period, in UTC; days without any are left out. */
    SortedMap<LocalDate, Long> rendersByDay(String account, Period period);

    /** How many renders of each format completed in the period. */
    Map<String, Long> rendersByFormat(String account, Period period);

    /** One page of the renders that completed in the period, newest first. */
    Page<Event> events(String account, Period period, int page, int limit);

    /** One page of what the account did, newest first. */
    Page<Activity> activities(String account, int page, int limit);

    /** How many bytes the account's files have; one that several renders share counts once. */
    long storage(String account);

    /** Calls of each endpoint on the days of the period. */
    SortedMap<String, Long> calls(String account, Period period);

    /** Adds to the counted calls. */
    void addCalls(Map<ApiCalls.Call, Long> counted);

    /** Notes credits that were bought. */
    void buy(String id, String account, int credits, Instant when);

    /** Every purchase of credits, newest first. */
    List<Purchase> purchases(String account);

    /**
     * One page.
     *
     * @param total how many entries all pages have
     */
    record Page<T>(List<T> entries, long total) {}

    /** A render that completed. */
    record Event(String renderId, String designId, String format, Instant timestamp) {}

    /**
     * Something the account did.
     *
     * @param action such as {@code render.completed}
     * @param subject the id of what it was done to
     */
    record Activity(String action, String subject, Instant timestamp) {}

    /** Credits that were bought. */
    record Purchase(String id, int credits, Instant when) {}
}
