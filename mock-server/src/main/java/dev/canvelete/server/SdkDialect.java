package dev.canvelete.server;

import dev.canvelete.server.artifact.DownloadUrls;
import dev.canvelete.server.billing.Billing;
import dev.canvelete.server.clock.WorldClocks;
import dev.canvelete.server.db.Database;
import dev.canvelete.server.design.CanvasEditor;
import dev.canvelete.server.http.IdempotencyKeys;
import dev.canvelete.server.http.sdk.ApiKeyResource;
import dev.canvelete.server.http.sdk.AutomationRenderResource;
import dev.canvelete.server.http.sdk.BatchResource;
import dev.canvelete.server.http.sdk.BillingResource;
import dev.canvelete.server.http.sdk.CanvasResource;
import dev.canvelete.server.http.sdk.DesignResource;
import dev.canvelete.server.http.sdk.ElementResource;
import dev.canvelete.server.http.sdk.ExportResource;
import dev.canvelete.server.http.sdk.RenderResource;
import dev.canvelete.server.http.sdk.Renderings;
import dev.canvelete.server.http.sdk.TemplateResource;
import dev.canvelete.server.http.sdk.UsageResource;
import dev.canvelete.server.id.IdSource;
import dev.canvelete.server.usage.ApiCalls;
import dev.canvelete.server.usage.Usage;
import java.util.List;

/** What answers below {@code /api}, put together over the services that {@code /v1} has too. */
record SdkDialect(Database database, DownloadUrls urls, Services services, IdSource ids, WorldClocks clocks) {
    List<Object> components(ApiCalls calls) {
        IdempotencyKeys keys = services.keys();
        Renderings renderings =
                new Renderings(services.batches(), database.renderHistory(urls), services.downloads(), keys);
        Usage usage = new Usage(database.usage(), calls, ids, clocks);
        CanvasEditor editor = new CanvasEditor(services.designs(), ids);
        return List.of(
                new ApiKeyResource(services.accounts(), keys),
                new RenderResource(renderings),
                new AutomationRenderResource(renderings),
                new BatchResource(services.batches(), keys),
                new DesignResource(services.designs(), keys),
                new CanvasResource(services.designs(), editor),
                new ElementResource(editor, keys),
                new ExportResource(renderings),
                new TemplateResource(services.designs(), keys),
                new UsageResource(usage),
                new BillingResource(new Billing(database.billing(), services.subscriptions(), usage, clocks), keys));
    }
}
