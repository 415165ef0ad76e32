package dev.canvelete.server;

import dev.canvelete.server.clock.WorldClocks;
import dev.canvelete.server.db.Database;
import dev.canvelete.server.http.DownloadResource;
import dev.canvelete.server.http.IdempotencyKeys;
import dev.canvelete.server.http.documented.BatchResource;
import dev.canvelete.server.http.documented.DeliveryResource;
import dev.canvelete.server.http.documented.DesignResource;
import dev.canvelete.server.http.documented.RenderResource;
import dev.canvelete.server.http.documented.TemplateResource;
import dev.canvelete.server.http.documented.WebhookResource;
import dev.canvelete.server.http.openapi.OpenApiResource;
import dev.canvelete.server.webhook.endpoint.EndpointService;
import java.util.List;

/** What answers below {@code /v1}, with the downloads and the OpenAPI documents, put together. */
record DocumentedDialect(Database database, Services services, EndpointService endpoints, WorldClocks clocks) {
    /** What nearly every client asks for: renders, alone and in batches, and their files. */
    List<Object> renders() {
        IdempotencyKeys keys = services.keys();
        return List.of(
                new BatchResource(services.batches(), services.downloads(), keys),
                new RenderResource(services.batches(), keys),
                new DownloadResource(services.downloads()));
    }

    /** The rest. */
    List<Object> others() {
        IdempotencyKeys keys = services.keys();
        return List.of(
                new DesignResource(services.designs(), keys),
                new TemplateResource(services.designs(), keys),
                new WebhookResource(endpoints, keys),
                new DeliveryResource(database.deliveries(), clocks),
                new OpenApiResource());
    }
}
