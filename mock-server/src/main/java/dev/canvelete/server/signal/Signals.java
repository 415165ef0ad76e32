package dev.canvelete.server.signal;

import java.util.List;

/**
 * Who is woken by what was stored. Thread-safe.
 *
 * @param changes wakes whoever watches the whole service, with each of the others
 * @param work wakes the render workers
 * @param deliveries wakes the webhook dispatcher
 * @param endings wakes the long polls
 */
public record Signals(WakeUp changes, WakeUp work, WakeUp deliveries, Endings endings) {
    /** Says that renders were queued. */
    public static final String WORK = "work";

    /** Says that a webhook delivery was stored. */
    public static final String DELIVERIES = "deliveries";

    /** Says that batches and renders of those ids have ended. */
    public static String ended(List<String> ids) {
        return String.join(" ", ids);
    }

    /** Signals that nobody waits for yet. */
    public static Signals create() {
        WakeUp changes = new WakeUp();
        return new Signals(changes, changes.within(), changes.within(), new Endings(changes));
    }

    /**
     * Passes a message on to whom it concerns.
     *
     * @param message {@link #WORK}, {@link #DELIVERIES}, or {@link #ended}
     */
    public void received(String message) {
        switch (message) {
            case WORK -> work.call();
            case DELIVERIES -> deliveries.call();
            default -> endings.ended(List.of(message.split(" ")));
        }
    }

    /** Wakes everybody, for the case that a message was lost. */
    public void all() {
        work.call();
        deliveries.call();
        endings.all();
    }
}
