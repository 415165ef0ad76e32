package dev.canvelete.server.billing;

import java.time.Instant;

/** What the database knows of an account beyond its plan. Implementations are thread-safe. */
public interface BillingStore {
    /** When the account was made. */
    Instant since(String account);

    /** Seats beyond those that the plan includes. */
    int extraSeats(String account);

    /** Adds seats, or takes away if it is negative; false, and nothing happens, if fewer than none would be left. */
    boolean addSeats(String account, int count);
}
