package dev.canvelete.api.engine;

/** Makes a {@link RenderEngine}; found by {@link java.util.ServiceLoader}. Implementations need a public no-argument constructor. */
public interface RenderEngineProvider {
    /** The name by which a configuration chooses it, such as {@code local}. */
    String name();

    /** Makes an engine. */
    RenderEngine create(EngineSettings settings);
}
