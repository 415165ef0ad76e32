package dev.canvelete.server.engine;

import dev.canvelete.api.engine.EngineSettings;
import dev.canvelete.api.engine.FontInfo;
import dev.canvelete.api.engine.RenderEngine;
import dev.canvelete.api.engine.RenderEngineProvider;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** Finds the engine that a configuration names. */
public final class Engines {
    private Engines() {}

    /**
     * Makes the engine of that name.
     *
     * @throws IllegalArgumentException listing the engines that there are
     */
    public static RenderEngine create(String name, EngineSettings settings) {
        List<RenderEngineProvider> found = providers();
        return found.stream()
                .filter(provider -> provider.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no engine \"" + name + "\" on the class path; found: "
                        + found.stream()
                                .map(RenderEngineProvider::name)
                                .sorted()
                                .collect(Collectors.joining(", "))))
                .create(settings);
    }

    /**
     * The fonts of the engine of that name. One that draws no text, as a stand-in for another, lists the other's.
     *
     * @return empty if no engine on the class path has any
     */
    public static List<FontInfo> fonts(String name, EngineSettings settings) {
        return providers().stream()
                .sorted(Comparator.comparing(provider -> !provider.name().equals(name)))
                .map(provider -> provider.fonts(settings))
                .filter(fonts -> !fonts.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static List<RenderEngineProvider> providers() {
        return ServiceLoader.load(RenderEngineProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }
}
