package dev.canvelete.server.engine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.canvelete.api.engine.PreparedDesign;
import dev.canvelete.api.engine.RenderEngine;
import dev.canvelete.api.engine.RenderException;
import dev.canvelete.api.engine.RenderOptions;
import dev.canvelete.api.error.ErrorCode;
import dev.canvelete.server.design.DesignStore;

/** Prepares each design once for each version and set of options, for all workers. Thread-safe. */
public final class PreparedDesigns {
    private static final int MOST = 64;

    private final DesignStore designs;
    private final RenderEngine engine;
    private final Cache<Key, PreparedDesign> prepared =
            Caffeine.newBuilder().maximumSize(MOST).build();

    public PreparedDesigns(DesignStore designs, RenderEngine engine) {
        this.designs = designs;
        this.engine = engine;
    }

    /**
     * The design's version as it is now.
     *
     * @throws RenderException if the account sees no such design
     */
    public long version(String account, String designId) throws RenderException {
        return designs.version(account, designId).orElseThrow(() -> notFound(designId));
    }

    /**
     * The design of that version, or of a later one if it was changed meanwhile, prepared.
     *
     * @throws RenderException if the account sees no such design, or it can never be drawn so
     */
    public PreparedDesign get(String account, String designId, long version, RenderOptions options)
            throws RenderException {
        try {
            return prepared.get(new Key(designId, version, options), key -> prepare(account, designId, options));
        } catch (Unprepared e) {
            throw e.reason;
        }
    }

    /** Prepares all of them anew, because versions are counted anew. */
    public void forget() {
        prepared.invalidateAll();
    }

    private PreparedDesign prepare(String account, String designId, RenderOptions options) {
        try {
            return engine.prepare(
                    designs.find(account, designId)
                            .orElseThrow(() -> notFound(designId))
                            .design(),
                    options);
        } catch (RenderException e) {
            throw new Unprepared(e);
        }
    }

    private static RenderException notFound(String designId) {
        return new RenderException(ErrorCode.DESIGN_NOT_FOUND, "", "Design not found: " + designId);
    }

    private record Key(String designId, long version, RenderOptions options) {}

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
