package dev.canvelete.server.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.canvelete.api.design.Design;
import dev.canvelete.api.design.DesignException;
import dev.canvelete.api.engine.RenderOptions;
import dev.canvelete.api.engine.RenderRecord;
import dev.canvelete.api.engine.Rendering;
import dev.canvelete.api.error.ErrorCode;
import dev.canvelete.api.error.Fault;
import dev.canvelete.api.render.Envelope;
import dev.canvelete.api.render.OutputFormat;
import dev.canvelete.api.render.Warning;
import dev.canvelete.server.error.Refusal;
import dev.canvelete.server.http.Form;
import dev.canvelete.server.http.JsonBody;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Draws a design with data that somebody is typing. Nothing of it is stored or counted. */
@Path("/__admin/dashboard/preview")
@Produces(MediaType.APPLICATION_JSON)
public final class PreviewResource {
    private final DashboardStore store;
    private final Previews previews;

    public PreviewResource(DashboardStore store, Previews previews) {
        this.store = store;
        this.previews = previews;
    }

    /**
     * The picture of {@code designId} or of a whole {@code design}, with {@code data}, as a data URL in {@code image}.
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Envelope<Preview> preview(InputStream body) {
        ObjectNode request = JsonBody.read(body);
        Design design = design(request);
        ObjectNode data = object(request, "data");
        Rendering drawn = previews.draw(design, RenderOptions.of(OutputFormat.PNG), RenderRecord.of(data, null));
        String image = "data:image/png;base64," + Base64.getEncoder().encodeToString(drawn.bytes());
        return Envelope.of(new Preview(image, drawn.width(), drawn.height(), drawn.warnings()));
    }

    private Design design(ObjectNode request) {
        ObjectNode given = object(request, "design");
        if (given == null) {
            given = designId(request)
                    .flatMap(store::design)
                    .map(DashboardStore.DesignEntry::source)
                    .orElseThrow(() -> Refusal.of(ErrorCode.NOT_FOUND, "Design not found"));
        }
        try {
            return Design.of(given);
        } catch (DesignException e) {
            throw Refusal.invalid(e.faults());
        }
    }

    private static Optional<String> designId(ObjectNode request) {
        List<Fault> faults = new ArrayList<>();
        String id = new Form(request, "", faults).text("designId");
        Refusal.throwIfFaulty(faults);
        return Optional.ofNullable(id);
    }

    private static @Nullable ObjectNode object(ObjectNode request, String field) {
        JsonNode value = request.get(field);
        if (value == null || value.isNull()) {
            return null;
        }
        if (value instanceof ObjectNode object) {
            return object;
        }
        throw Refusal.invalid(field, "an object is right");
    }

    /**
     * A drawn picture.
     *
     * @param image a {@code data:} URL
     * @param width in pixels
     * @param height in pixels
     */
    public record Preview(String image, int width, int height, List<Warning> warnings) {}
}
