package dev.canvelete.server.engine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.canvelete.api.design.Design;
import dev.canvelete.api.engine.PreparedDesign;
import dev.canvelete.api.engine.RenderEngine;
import dev.canvelete.api.engine.RenderException;
import dev.canvelete.api.engine.RenderOptions;
import dev.canvelete.api.engine.RenderRecord;
import dev.canvelete.api.engine.Rendering;
import dev.canvelete.api.error.ErrorCode;
import dev.canvelete.server.design.DesignStore;
import org.jspecify.annotations.Nullable;

/**
 * Prepares each design that batches use once for each version and set of options, for all workers, and keeps them while
 * there is room. Thread-safe.
 */
public final class PreparedDesigns {
    /** What each takes at least, so that their number is bounded too. */
    private static final int LEAST_BYTES = 1 << 16;

    private static final int HEAP_SHARE = 4;

    private final DesignStore designs;
    private final RenderEngine engine;
    private final Cache<Key, PreparedDesign> prepared;

    /** Prepared designs that take up to a quarter of the heap. */
    public PreparedDesigns(DesignStore designs, RenderEngine engine) {
        this(designs, engine, Runtime.getRuntime().maxMemory() / HEAP_SHARE);
    }

    /**
     * @param most how many bytes those that are kept may take, as they say themselves
     */
    PreparedDesigns(DesignStore designs, RenderEngine engine, long most) {
        this.designs = designs;
        this.engine = engine;
        this.prepared = Caffeine.newBuilder()
                .executor(Runnable::run)
                .maximumWeight(most)
                .weigher((Key key, PreparedDesign design) -> Math.clamp(design.bytes(), LEAST_BYTES, Integer.MAX_VALUE))
                .build();
    }

    /**
     * The design of that version, or of a later one if it was changed meanwhile, prepared.
     *
     * @param version null if the account saw no such design
     * @throws RenderException if the account sees no such design, or it can never be drawn so
     */
    public PreparedDesign get(String account, String designId, @Nullable Long version, RenderOptions options)
            throws RenderException {
        try {
            return prepared.get(
                    new Key(designId, seen(designId, version), options), key -> prepare(account, designId, options));
        } catch (Unprepared e) {
            throw e.reason;
        }
    }

    /**
     * Draws a record that is part of no batch, without the effort that only many records are worth: equal requests give
     * equal bytes, whatever is prepared.
     *
     * @param version null if the account saw no such design
     * @throws RenderException if the account sees no such design, or it or the record cannot be drawn
     */
    public Rendering render(
            String account, String designId, @Nullable Long version, RenderOptions options, RenderRecord record)
            throws RenderException {
        seen(designId, version);
        return engine.render(design(account, designId), options, record);
    }

    /** Prepares all of them anew, because versions are counted anew. */
    public void forget() {
        prepared.invalidateAll();
    }

    private PreparedDesign prepare(String account, String designId, RenderOptions options) {
        try {
            return engine.prepare(design(account, designId), options);
        } catch (RenderException e) {
            throw new Unprepared(e);
        }
    }

    private Design design(String account, String designId) throws RenderException {
        return designs.find(account, designId)
                .orElseThrow(() -> notFound(designId))
                .design();
    }

    private static long seen(String designId, @Nullable Long version) throws RenderException {
        if (version == null) {
            throw notFound(designId);
        }
        return version;
    }

    private static RenderException notFound(String designId) {
        return new RenderException(ErrorCode.DESIGN_NOT_FOUND, "", "Design not found: " + designId);
    }

    private record Key(String designId, long version, RenderOptions options) {
        /** Without the options, of which one design has a few at most: there are many to look at, for every render. */
        @Override
        public int hashCode() {
            return 31 * designId.hashCode() + Long.hashCode(version);
        }
    }

    /** Carries the reason through the cache, whose loaders throw nothing checked. */
    private static final class Unprepared extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final RenderException reason;

        Unprepared(RenderException reason) {
            super(reason);
            this.reason = reason;
        }
    }
}
