package dev.canvelete.render;

import dev.canvelete.api.engine.EngineSettings;
import dev.canvelete.api.engine.FontInfo;
import dev.canvelete.api.engine.RenderEngine;
import dev.canvelete.api.engine.RenderEngineProvider;
import java.util.List;

/** Offers the local renderer under the name {@code local}. */
public final class LocalRenderEngineProvider implements RenderEngineProvider {
    @Override
    public String name() {
        return "local";
    }

    @Override
    public RenderEngine create(EngineSettings settings) {
        return new LocalRenderEngine(settings);
    }

    @Override
    public List<FontInfo> fonts(EngineSettings settings) {
        return LocalRenderEngine.fonts(settings).catalogue();
    }
}
