package dev.canvelete.client.webhook;

import dev.canvelete.api.webhook.WebhookEvent;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/** The newest events, and a way to wait for one. Thread-safe. */
final class Inbox {
    private final int most;
    private final Deque<WebhookEvent> events = new ArrayDeque<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();

    Inbox(int most) {
        this.most = most;
    }

    void add(WebhookEvent event) {
        lock.lock();
        try {
            if (events.size() == most) {
                events.removeFirst();
            }
            events.addLast(event);
            arrived.signalAll();
        } finally {
            lock.unlock();
        }
    }

    List<WebhookEvent> events() {
        lock.lock();
        try {
            return List.copyOf(events);
        } finally {
            lock.unlock();
        }
    }

    /** The oldest event that matches; empty when the time runs out first. */
    Optional<WebhookEvent> await(Predicate<WebhookEvent> wanted, Duration timeout) throws InterruptedException {
        lock.lock();
        try {
            long left = timeout.toNanos();
            while (true) {
                Optional<WebhookEvent> found = events.stream().filter(wanted).findFirst();
                if (found.isPresent() || left <= 0) {
                    return found;
                }
                left = arrived.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }
}
