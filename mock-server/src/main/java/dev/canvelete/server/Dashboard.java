package dev.canvelete.server;

import dev.canvelete.api.engine.RenderEngine;
import dev.canvelete.server.artifact.DownloadUrls;
import dev.canvelete.server.batch.Downloads;
import dev.canvelete.server.clock.WorldClocks;
import dev.canvelete.server.dashboard.DashboardResource;
import dev.canvelete.server.dashboard.DashboardStore;
import dev.canvelete.server.dashboard.LimitResource;
import dev.canvelete.server.dashboard.PageResource;
import dev.canvelete.server.dashboard.PictureResource;
import dev.canvelete.server.dashboard.PreviewResource;
import dev.canvelete.server.dashboard.Previews;
import dev.canvelete.server.dashboard.StreamResource;
import dev.canvelete.server.dashboard.WorldListResource;
import dev.canvelete.server.db.Database;
import dev.canvelete.server.http.DownloadResource;
import dev.canvelete.server.limits.RateLimits;
import dev.canvelete.server.signal.WakeUp;
import java.util.List;
import java.util.function.Supplier;
import org.glassfish.jersey.media.sse.SseFeature;

/** The page and what it reads, put together. */
final class Dashboard implements AutoCloseable {
    private final StreamResource stream;
    private final Supplier<List<Object>> components;

    /** @param changes called when anything on the page may have changed */
    Dashboard(
            Database database,
            DownloadUrls urls,
            RenderEngine engine,
            RateLimits limits,
            WorldClocks clocks,
            Downloads files,
            WakeUp changes) {
        DashboardStore store = database.dashboard(urls);
        Previews previews = new Previews(engine);
        this.stream = new StreamResource(store, changes);
        this.components = () -> List.of(
                new PageResource(),
                new DashboardResource(store, database.deliveries(), new DownloadResource(files)),
                new PreviewResource(store, previews),
                new PictureResource(store, previews),
                new LimitResource(store, limits),
                new WorldListResource(store, clocks),
                stream,
                SseFeature.class);
    }

    /** The resources; to be called once. */
    List<Object> components() {
        return components.get();
    }

    /** Lets go of open pages. */
    @Override
    public void close() {
        stream.close();
    }
}
