package dev.canvelete.server.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.canvelete.api.design.Design;
import dev.canvelete.api.engine.RenderOptions;
import dev.canvelete.api.engine.RenderRecord;
import dev.canvelete.api.error.ErrorCode;
import dev.canvelete.api.render.OutputFormat;
import dev.canvelete.server.error.Refusal;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A small picture of a render whose file browsers show no picture of: drawn again, from the design as it is now. */
@Path("/__admin/dashboard/renders/{id}/picture")
public final class PictureResource {
    private static final double LONGEST = 600;
    private static final double SMALLEST_SCALE = 0.1;

    private final DashboardStore store;
    private final Previews previews;

    public PictureResource(DashboardStore store, Previews previews) {
        this.store = store;
        this.previews = previews;
    }

    /** The picture, as PNG. */
    @GET
    @Produces("image/png")
    public byte[] picture(@PathParam("id") String id) {
        DashboardStore.Render render =
                store.render(id).orElseThrow(() -> Refusal.of(ErrorCode.NOT_FOUND, "Render not found"));
        Design design = store.design(String.valueOf(render.result().designId()))
                .map(DashboardStore.DesignEntry::source)
                .map(Design::of)
                .orElseThrow(() -> Refusal.of(ErrorCode.NOT_FOUND, "Design not found"));
        JsonNode request = Objects.requireNonNull(render.request());
        RenderRecord record = RenderRecord.of(object(request, "dynamicData"), object(request, "dynamicElements"));
        return previews.draw(design, small(design), record).bytes();
    }

    private static RenderOptions small(Design design) {
        double scale = Math.max(SMALLEST_SCALE, Math.min(1, LONGEST / Math.max(design.width(), design.height())));
        return new RenderOptions(
                OutputFormat.PNG,
                RenderOptions.DEFAULT_QUALITY,
                null,
                null,
                scale,
                RenderOptions.DEFAULT_DPI,
                null,
                false);
    }

    private static @Nullable ObjectNode object(JsonNode request, String field) {
        return request.get(field) instanceof ObjectNode object ? object : null;
    }
}
