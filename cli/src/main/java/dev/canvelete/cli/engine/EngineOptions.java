package dev.canvelete.cli.engine;

import dev.canvelete.api.engine.EngineSettings;
import dev.canvelete.api.engine.RenderEngine;
import dev.canvelete.cli.console.CommandFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say what draws and what it may reach. */
public final class EngineOptions {
    @Option(names = "--fonts", paramLabel = "DIR", description = "more fonts: TTF, OTF and WOFF files")
    private @Nullable Path fonts;

    @Option(
            names = "--assets",
            paramLabel = "DIR",
            description = "images that the design names as files are looked for there; beside the design unless said")
    private @Nullable Path assets;

    @Option(names = "--offline", description = "fetch no images from the web")
    private boolean offline;

    @Option(
            names = "--engine",
            paramLabel = "NAME",
            defaultValue = "local",
            description = "what draws: local (unless said), placeholder")
    private String engine = "local";

    /**
     * The engine.
     *
     * @param besideDesign where images are looked for unless said otherwise
     * @throws CommandFailure if a folder or the engine is not there, or a font cannot be read
     */
    public RenderEngine create(Path besideDesign) {
        EngineSettings settings = new EngineSettings(
                Objects.requireNonNullElse(folder("--assets", assets), besideDesign),
                folder("--fonts", fonts),
                !offline,
                false);
        try {
            return Engines.create(engine, settings);
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(String.valueOf(e.getMessage()), e);
        }
    }

    private static @Nullable Path folder(String option, @Nullable Path folder) {
        if (folder != null && !Files.isDirectory(folder)) {
            throw new CommandFailure(option + " " + folder + " is no folder");
        }
        return folder == null ? null : folder.toAbsolutePath();
    }
}
