package dev.canvelete.server;

import dev.canvelete.server.account.Accounts;
import dev.canvelete.server.artifact.ArtifactStore;
import dev.canvelete.server.artifact.DownloadUrls;
import dev.canvelete.server.batch.BatchService;
import dev.canvelete.server.db.Database;
import dev.canvelete.server.http.sdk.ApiKeyResource;
import dev.canvelete.server.http.sdk.AutomationRenderResource;
import dev.canvelete.server.http.sdk.BatchResource;
import dev.canvelete.server.http.sdk.RenderResource;
import dev.canvelete.server.http.sdk.Renderings;
import java.util.List;

/** What answers below {@code /api}, put together over the services that {@code /v1} has too. */
record SdkDialect(
        Database database, DownloadUrls urls, Accounts accounts, BatchService batches, ArtifactStore artifacts) {
    List<Object> components() {
        Renderings renderings = new Renderings(batches, database.renderHistory(urls), artifacts);
        return List.of(
                new ApiKeyResource(accounts),
                new RenderResource(renderings),
                new AutomationRenderResource(renderings),
                new BatchResource(batches));
    }
}
