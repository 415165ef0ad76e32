package dev.canvelete.server.billing;

import dev.canvelete.server.account.Account;
import dev.canvelete.server.clock.WorldClocks;
import dev.canvelete.server.usage.Period;
import dev.canvelete.server.usage.Usage;
import dev.canvelete.server.usage.UsageStore;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** Tells what an account pays, and sells it credits and seats. Nothing is ever charged. Thread-safe. */
public final class Billing {
    /** How far back invoices go, however far a test moves the clock. */
    private static final int MOST_MONTHS = 120;

    private static final int USED_SEATS = 1;

    private final BillingStore store;
    private final Subscriptions subscriptions;
    private final Usage usage;
    private final WorldClocks clocks;

    public Billing(BillingStore store, Subscriptions subscriptions, Usage usage, WorldClocks clocks) {
        this.store = store;
        this.subscriptions = subscriptions;
        this.usage = usage;
        this.clocks = clocks;
    }

    /** The subscription. */
    public Info info(Account account) {
        Period month = Period.monthOf(clocks.now(account.id()));
        Usage.Stats stats = usage.stats(account);
        return new Info(
                account.plan().name().toLowerCase(Locale.ROOT),
                "active",
                stats.creditsRemaining(),
                stats.creditLimit(),
                month.until(),
                month.from(),
                month.until(),
                false);
    }

    /** Every invoice, newest first: one for each month of a plan that costs something, and one for each purchase. */
    public List<Invoice> invoices(Account account) {
        List<Invoice> invoices = new ArrayList<>(months(account));
        for (UsageStore.Purchase purchase : usage.purchases(account)) {
            invoices.add(new Invoice(
                    "invoice_" + purchase.id(),
                    purchase.when(),
                    PriceList.credits(purchase.credits()),
                    PriceList.CURRENCY,
                    "paid",
                    purchase.credits() + " credits"));
        }
        invoices.sort(Comparator.comparing(Invoice::date).reversed());
        return invoices;
    }

    private List<Invoice> months(Account account) {
        BigDecimal price = PriceList.month(account.plan());
        if (price.signum() == 0) {
            return List.of();
        }
        Instant since = store.since(account.id());
        YearMonth month = YearMonth.from(clocks.now(account.id()).atOffset(ZoneOffset.UTC));
        YearMonth first = YearMonth.from(since.atOffset(ZoneOffset.UTC));
        List<Invoice> invoices = new ArrayList<>();
        while (!month.isBefore(first) && invoices.size() < MOST_MONTHS) {
            Instant begins = month.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
            invoices.add(new Invoice(
                    "invoice_" + account.id() + "_" + month,
                    begins.isBefore(since) ? since : begins,
                    price,
                    PriceList.CURRENCY,
                    "paid",
                    account.plan().displayName() + " plan, " + month));
            month = month.minusMonths(1);
        }
        return invoices;
    }

    /** What all of it comes to. */
    public Summary summary(Account account) {
        List<Invoice> all = invoices(account);
        Period month = Period.monthOf(clocks.now(account.id()));
        Period before = Period.monthOf(month.from().minusNanos(1));
        BigDecimal total = sum(all, invoice -> true);
        long months = all.stream()
                .map(invoice -> Period.monthOf(invoice.date()))
                .distinct()
                .count();
        return new Summary(
                total,
                sum(all, invoice -> Period.monthOf(invoice.date()).equals(month)),
                sum(all, invoice -> Period.monthOf(invoice.date()).equals(before)),
                months == 0 ? total : total.divide(BigDecimal.valueOf(months), 2, RoundingMode.HALF_UP),
                PriceList.CURRENCY);
    }

    private static BigDecimal sum(List<Invoice> invoices, Predicate<Invoice> which) {
        return invoices.stream().filter(which).map(Invoice::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Sells credits for this month. */
    public Sale buyCredits(Account account, int credits) {
        UsageStore.Purchase purchase = usage.buy(account, credits);
        return new Sale(
                purchase.id(),
                PriceList.credits(credits),
                credits,
                usage.stats(account).creditsRemaining(),
                "completed");
    }

    /** How many seats the account has. */
    public Seats seats(Account account) {
        int total = subscriptions.seats(account);
        return new Seats(USED_SEATS, total, total - USED_SEATS);
    }

    /**
     * Adds seats, or takes away if the count is negative.
     *
     * @throws dev.canvelete.server.error.Refusal if more are to go than were added
     */
    public Seats addSeats(Account account, int count) {
        subscriptions.addSeats(account, count);
        return seats(account);
    }

    /** The subscription as the clients read it. */
    public record Info(
            String plan,
            String status,
            long creditBalance,
            long creditLimit,
            Instant nextBillingDate,
            Instant currentPeriodStart,
            Instant currentPeriodEnd,
            boolean cancelAtPeriodEnd) {}

    /** One invoice. */
    public record Invoice(
            String id, Instant date, BigDecimal amount, String currency, String status, String description) {}

    /** What all invoices come to. */
    public record Summary(
            BigDecimal totalSpent,
            BigDecimal currentMonth,
            BigDecimal previousMonth,
            BigDecimal averageMonthly,
            String currency) {}

    /** Credits that were bought, and what is left with them. */
    public record Sale(String id, BigDecimal amount, int credits, long newBalance, String status) {}

    /** The seats of an account. */
    public record Seats(int used, int total, int available) {}
}
