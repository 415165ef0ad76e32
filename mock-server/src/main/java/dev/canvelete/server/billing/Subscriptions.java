package dev.canvelete.server.billing;

import dev.canvelete.api.error.ErrorCode;
import dev.canvelete.api.json.Json;
import dev.canvelete.api.plan.Plan;
import dev.canvelete.api.webhook.EventTypes;
import dev.canvelete.server.account.Account;
import dev.canvelete.server.account.AccountStore;
import dev.canvelete.server.account.Accounts;
import dev.canvelete.server.clock.WorldClocks;
import dev.canvelete.server.error.Refusal;
import dev.canvelete.server.event.Events;
import dev.canvelete.server.transaction.Transactions;
import dev.canvelete.server.usage.Period;
import java.util.Locale;

/** Changes what accounts subscribe to, their plans and seats, and publishes it in the same transaction. Thread-safe. */
public final class Subscriptions {
    private final Accounts accounts;
    private final AccountStore store;
    private final BillingStore billing;
    private final Events events;
    private final Transactions transactions;
    private final WorldClocks clocks;

    /** @param accounts told of what has changed in the store */
    public Subscriptions(
            Accounts accounts,
            AccountStore store,
            BillingStore billing,
            Events events,
            Transactions transactions,
            WorldClocks clocks) {
        this.accounts = accounts;
        this.store = store;
        this.billing = billing;
        this.events = events;
        this.transactions = transactions;
        this.clocks = clocks;
    }

    /**
     * Puts an account under a plan; what changes nothing is not told.
     *
     * @throws Refusal if there is no such account
     */
    public void changePlan(String account, Plan plan) {
        transactions.in(() -> {
            if (store.changePlan(account, plan)) {
                publish(new Account(account, plan));
            } else if (store.find(account).isEmpty()) {
                throw Refusal.of(ErrorCode.NOT_FOUND, "Account not found");
            }
            return plan;
        });
        accounts.forget(account);
    }

    /** How many seats the account has. */
    int seats(Account account) {
        return PriceList.seats(account.plan()) + billing.extraSeats(account.id());
    }

    /**
     * Adds seats, or takes away if the count is negative.
     *
     * @throws Refusal if more are to go than were added
     */
    void addSeats(Account account, int count) {
        transactions.in(() -> {
            if (!billing.addSeats(account.id(), count)) {
                throw Refusal.invalid(
                        "count", "at most the " + billing.extraSeats(account.id()) + " added seats can go");
            }
            publish(account);
            return count;
        });
    }

    private void publish(Account account) {
        Period month = Period.monthOf(clocks.now(account.id()));
        events.audience(account.id()).publish(EventTypes.SUBSCRIPTION_UPDATED, null, () -> Json.object()
                .put("plan", account.plan().name().toLowerCase(Locale.ROOT))
                .put("status", "active")
                .put("seats", seats(account))
                .put("currentPeriodStart", month.from().toString())
                .put("currentPeriodEnd", month.until().toString()));
    }
}
