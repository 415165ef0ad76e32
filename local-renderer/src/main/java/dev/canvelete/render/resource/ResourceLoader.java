package dev.canvelete.render.resource;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.canvelete.api.engine.EngineSettings;
import dev.canvelete.api.net.AddressPolicy;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.jspecify.annotations.Nullable;

/**
 * Loads whatever a design names by a {@code src}, within limits: {@code data:} URLs, files of the asset folder, http(s)
 * URLs where the settings allow them, and documents written out in place, which begin with {@code <}. Thread-safe.
 */
public final class ResourceLoader implements AutoCloseable {
    /** In characters; a longer {@code data:} URL is not kept. */
    private static final int MOST_KEPT = 1 << 23;

    private static final Pattern SCHEME = Pattern.compile("([a-zA-Z][a-zA-Z0-9+.-]*):");

    private final AssetFolder folder;
    private final Limits limits;
    private final AddressPolicy policy;
    private final boolean network;
    private final DnsResolver resolver;
    private final Ticker ticker;
    private @Nullable WebAssets web;
    private volatile @Nullable Data latest;

    public ResourceLoader(EngineSettings settings, Limits limits) {
        this(settings, limits, SystemDefaultDnsResolver.INSTANCE, Ticker.systemTicker());
    }

    /**
     * A loader on a machine of its own.
     *
     * @param resolver of host names
     * @param ticker by which files from the network grow old
     */
    ResourceLoader(EngineSettings settings, Limits limits, DnsResolver resolver, Ticker ticker) {
        this.folder = new AssetFolder(settings.assetFolder(), limits.bytes());
        this.limits = limits;
        this.policy = settings.privateAddresses() ? AddressPolicy.ANY : AddressPolicy.PUBLIC;
        this.network = settings.network();
        this.resolver = resolver;
        this.ticker = ticker;
    }

    /**
     * The asset that a {@code src} names. Spaces around it do not count.
     *
     * @throws ResourceException if there is none, it may not be read, or it is over a limit; the message names the src
     */
    public Resource load(String src) throws ResourceException {
        String wanted = src.strip();
        try {
            return find(wanted);
        } catch (ResourceException e) {
            throw e.in(wanted);
        }
    }

    private Resource find(String src) throws ResourceException {
        if (src.isEmpty()) {
            throw new ResourceException("a URL or a path below the asset folder is right");
        }
        if (src.startsWith("<")) {
            return Resource.of(src.getBytes(StandardCharsets.UTF_8));
        }
        Matcher scheme = SCHEME.matcher(src);
        return switch (scheme.lookingAt() ? scheme.group(1).toLowerCase(Locale.ROOT) : "") {
            case "" -> Resource.of(folder.read(src));
            case "data" -> data(src);
            case "http", "https" -> web().load(src);
            default ->
                throw new ResourceException("an http(s) or data: URL is right, or a path below the asset folder");
        };
    }

    /** The records of a batch often bring the same picture, and texts are compared many times faster than decoded. */
    private Resource data(String url) throws ResourceException {
        Data seen = latest;
        if (seen != null && seen.url.equals(url)) {
            return seen.resource;
        }
        Resource resource = Resource.of(DataUrl.read(url, limits.bytes()));
        if (url.length() <= MOST_KEPT) {
            latest = new Data(url, resource);
        }
        return resource;
    }

    /** Made when the first file of the network is wanted: most designs want none, and starting takes a moment. */
    private synchronized WebAssets web() throws ResourceException {
        if (!network) {
            throw new ResourceException("the network is switched off; a data: URL or a file is right");
        }
        if (web == null) {
            web = new WebAssets(limits, policy, resolver, ticker);
        }
        return web;
    }

    @Override
    public synchronized void close() {
        if (web != null) {
            web.close();
        }
    }

    private record Data(String url, Resource resource) {}
}
