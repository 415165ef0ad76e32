package dev.canvelete.cli.engine;

import dev.canvelete.api.engine.EngineSettings;
import dev.canvelete.api.engine.RenderEngine;
import dev.canvelete.api.engine.RenderEngineProvider;
import dev.canvelete.cli.console.CommandFailure;
import java.util.List;
import java.util.ServiceLoader;

/** The engines on the class path. */
public final class Engines {
    private Engines() {}

    /**
     * The engine of that name.
     *
     * @throws CommandFailure if there is none
     */
    public static RenderEngine create(String name, EngineSettings settings) {
        List<RenderEngineProvider> all = ServiceLoader.load(RenderEngineProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
        return all.stream()
                .filter(p -> p.name().equals(name))
                .findFirst()
                .map(p -> p.create(settings))
                .orElseThrow(() -> new CommandFailure("no engine \"" + name + "\"; there are "
                        + all.stream().map(RenderEngineProvider::name).sorted().toList()));
    }
}
