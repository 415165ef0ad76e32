package dev.canvelete.server.health;

import com.codahale.metrics.health.HealthCheck;
import dev.canvelete.server.artifact.ArtifactStore;
import java.io.IOException;

/** Whether finished files can be kept. */
public final class ArtifactCheck extends HealthCheck {
    private final ArtifactStore store;

    public ArtifactCheck(ArtifactStore store) {
        this.store = store;
    }

    @Override
    protected Result check() throws IOException {
        store.probe();
        return Result.healthy("it can be written");
    }
}
