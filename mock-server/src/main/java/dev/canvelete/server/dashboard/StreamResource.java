package dev.canvelete.server.dashboard;

import dev.canvelete.server.signal.WakeUp;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.ServiceUnavailableException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;

/**
 * Tells open pages that something happened, as server-sent events (HTML Living Standard, 9.2). An event says what the
 * totals are now; the page asks for what it shows. However much happens, a page hears of it twice a second at most.
 */
@Path("/__admin/dashboard/stream")
public final class StreamResource implements AutoCloseable {
    private static final int MOST_PAGES = 64;
    private static final Duration PACE = Duration.ofMillis(500);
    /** Also how late a page hears of what other nodes did. */
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(5);

    private final DashboardStore store;
    private final WakeUp changes;
    private final WakeUp closing = new WakeUp();
    private final Semaphore free = new Semaphore(MOST_PAGES);

    /** @param changes called when anything on the page may have changed */
    public StreamResource(DashboardStore store, WakeUp changes) {
        this.store = store;
        this.changes = changes;
    }

    /** Stays open until the page or the server is closed. */
    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public void stream(@Context SseEventSink sink, @Context Sse sse) {
        if (!free.tryAcquire()) {
            throw new ServiceUnavailableException();
        }
        Thread.ofVirtual().name("dashboard-stream").start(() -> {
            try (sink) {
                tell(sink, sse);
            } catch (CompletionException | IllegalStateException e) {
                // The page is gone, which is how every stream ends.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                free.release();
            }
        });
    }

    private void tell(SseEventSink sink, Sse sse) throws InterruptedException {
        while (closing.count() == 0 && !sink.isClosed()) {
            long seen = changes.count();
            sink.send(event(sse)).toCompletableFuture().join();
            closing.await(0, PACE);
            changes.await(seen, LONGEST_SILENCE);
        }
    }

    private OutboundSseEvent event(Sse sse) {
        return sse.newEventBuilder()
                .name("totals")
                .mediaType(MediaType.APPLICATION_JSON_TYPE)
                .data(DashboardStore.Totals.class, store.totals())
                .build();
    }

    @Override
    public void close() {
        closing.call();
        changes.call();
    }
}
