package dev.canvelete.server.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Receives webhooks on a free port of the loopback address, whatever their signature is, and lets a test wait for them.
 * It answers 204 unless told otherwise, and keeps the newest {@value #MOST}. Thread-safe.
 */
public final class WebhookInbox implements AutoCloseable {
    /** The most webhooks that are kept. */
    public static final int MOST = 1000;

    private static final int LARGEST_BODY = 1024 * 1024;

    private final HttpServer http;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private final List<ReceivedWebhook> received = new ArrayList<>();
    private final Deque<Integer> answers = new ArrayDeque<>();

    private WebhookInbox(HttpServer http) {
        this.http = http;
    }

    /** @throws UncheckedIOException if there is no free port */
    public static WebhookInbox open() {
        try {
            HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            WebhookInbox inbox = new WebhookInbox(http);
            http.setExecutor(inbox.threads);
            http.createContext("/", inbox::receive);
            http.start();
            return inbox;
        } catch (IOException e) {
            throw new UncheckedIOException("no port for a webhook receiver", e);
        }
    }

    /** Where webhooks are to be sent. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort() + "/webhook");
    }

    /** Answers the next webhooks with these statuses, and those after them with 204 again. */
    public WebhookInbox answerNextWith(int... statuses) {
        lock.lock();
        try {
            for (int status : statuses) {
                answers.add(status);
            }
            return this;
        } finally {
            lock.unlock();
        }
    }

    /** All that came so far, the oldest first. */
    public List<ReceivedWebhook> received() {
        lock.lock();
        try {
            return List.copyOf(received);
        } finally {
            lock.unlock();
        }
    }

    /**
     * All that came, as soon as there are so many.
     *
     * @throws AssertionError if there are fewer when the time is over
     */
    public List<ReceivedWebhook> await(int count, Duration atMost) {
        lock.lock();
        try {
            long left = atMost.toNanos();
            while (received.size() < count && left > 0) {
                left = arrived.awaitNanos(left);
            }
            if (received.size() < count) {
                throw new AssertionError(
                        "expected " + count + " webhooks within " + atMost + " but there were " + received.size());
            }
            return List.copyOf(received);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting for webhooks", e);
        } finally {
            lock.unlock();
        }
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY);
            Map<String, String> headers = exchange.getRequestHeaders().entrySet().stream()
                    .collect(Collectors.toUnmodifiableMap(
                            Map.Entry::getKey, header -> String.join(",", header.getValue())));
            exchange.sendResponseHeaders(keep(new ReceivedWebhook(headers, body)), -1);
        }
    }

    private int keep(ReceivedWebhook webhook) {
        lock.lock();
        try {
            if (received.size() == MOST) {
                received.remove(0);
            }
            received.add(webhook);
            arrived.signalAll();
            @Nullable Integer answer = answers.poll();
            return answer == null ? 204 : answer;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
    }
}
