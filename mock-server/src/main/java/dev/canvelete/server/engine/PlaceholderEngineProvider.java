package dev.canvelete.server.engine;

import dev.canvelete.api.engine.EngineSettings;
import dev.canvelete.api.engine.RenderEngine;
import dev.canvelete.api.engine.RenderEngineProvider;

/** Makes the engine called {@code placeholder}. */
public final class PlaceholderEngineProvider implements RenderEngineProvider {
    @Override
    public String name() {
        return "placeholder";
    }

    @Override
    public RenderEngine create(EngineSettings settings) {
        return new PlaceholderEngine();
    }
}
