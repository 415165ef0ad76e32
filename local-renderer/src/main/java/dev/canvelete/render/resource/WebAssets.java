package dev.canvelete.render.resource;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.canvelete.api.net.AddressPolicy;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Files from the network, each fetched once for all who ask for it at a time and kept for a while; failures are kept
 * too, for seconds, so that a batch does not wait for each of its records anew. Thread-safe.
 */
final class WebAssets implements AutoCloseable {
    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final Duration FAILURE_KEPT = Duration.ofSeconds(10);
    /** What an entry without bytes counts for in the cache's bound. */
    private static final int OVERHEAD = 1024;

    private final Duration timeout;
    private final HttpFetcher fetcher;
    private final Ticker ticker;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AsyncCache<URI, Outcome> outcomes;

    private sealed interface Outcome {
        record Found(Resource resource) implements Outcome {}

        /** @param at the ticker's time, since whoever waits for an outcome hears of it before the cache does */
        record Failed(ResourceException reason, long at) implements Outcome {}
    }

    WebAssets(Limits limits, AddressPolicy policy, DnsResolver resolver, Ticker ticker) {
        this.timeout = limits.totalTimeout();
        this.fetcher = new HttpFetcher(limits, policy, resolver);
        this.ticker = ticker;
        this.outcomes = Caffeine.newBuilder()
                .executor(threads)
                .ticker(ticker)
                .maximumWeight(limits.cachedFileBytes())
                .weigher((URI url, Outcome outcome) -> OVERHEAD + bytes(outcome))
                .expireAfter(Expiry.creating((URI url, Outcome outcome) -> kept(outcome)))
                .buildAsync();
    }

    private Duration kept(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Found found -> KEPT;
            case Outcome.Failed failed -> FAILURE_KEPT.minusNanos(ticker.read() - failed.at());
        };
    }

    private static int bytes(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Found found -> found.resource().bytes().length;
            case Outcome.Failed failed -> 0;
        };
    }

    Resource load(String url) throws ResourceException {
        URI target = AssetUrl.read(url);
        try {
            return switch (outcomes.get(target, this::fetch).get()) {
                case Outcome.Found found -> found.resource();
                case Outcome.Failed failed -> throw failed.reason();
            };
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ResourceException("the render was ended before the file arrived", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("fetching failed in an unforeseen way", e);
        }
    }

    /** Fetches in a thread of its own: interrupting a virtual thread closes the socket that it waits for. */
    private Outcome fetch(URI url) {
        Future<byte[]> fetching = threads.submit(() -> fetcher.fetch(url));
        try {
            return new Outcome.Found(Resource.of(fetching.get(timeout.toNanos(), TimeUnit.NANOSECONDS)));
        } catch (TimeoutException e) {
            return failed("it did not arrive within " + timeout.toMillis() + " ms", e);
        } catch (ExecutionException e) {
            return e.getCause() instanceof ResourceException reason
                    ? failed(reason)
                    : failed("it cannot be fetched", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failed("the engine was closed", e);
        } finally {
            fetching.cancel(true);
        }
    }

    private Outcome failed(String message, Exception cause) {
        return failed(new ResourceException(message, cause));
    }

    private Outcome failed(ResourceException reason) {
        return new Outcome.Failed(reason, ticker.read());
    }

    @Override
    public void close() {
        threads.shutdownNow();
        fetcher.close();
    }
}
