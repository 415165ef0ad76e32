package dev.canvelete.api.engine;

import java.util.List;

/** Makes a {@link RenderEngine}; found by {@link java.util.ServiceLoader}. Implementations need a public no-argument constructor. */
public interface RenderEngineProvider {
    /** The name by which a configuration chooses it, such as {@code local}. */
    String name();

    /** Makes an engine. */
    RenderEngine create(EngineSettings settings);

    /** The font families that engines with these settings draw with; empty for engines that draw no text. */
    default List<FontInfo> fonts(EngineSettings settings) {
        return List.of();
    }
}
