package dev.canvelete.render.golden;

import dev.canvelete.api.design.DesignFile;
import dev.canvelete.api.engine.EngineSettings;
import dev.canvelete.api.engine.RenderException;
import dev.canvelete.api.engine.RenderOptions;
import dev.canvelete.api.engine.RenderRecord;
import dev.canvelete.api.engine.Rendering;
import dev.canvelete.api.render.OutputFormat;
import dev.canvelete.render.LocalRenderEngine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The designs below {@code golden/}: one issue each, as {@code element/field/case.json}. */
final class GoldenDesigns {
    static final Path FOLDER = Path.of("src/test/resources/dev/canvelete/render/golden");
    static final Path ASSETS = FOLDER.resolve("assets");

    private GoldenDesigns() {}

    /** {@code element/field/case} of each, sorted. */
    static List<String> names() {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .map(file -> FOLDER.relativize(file).toString().replace('\\', '/'))
                    .map(file -> file.substring(0, file.length() - ".json".length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An engine that reaches the designs' assets and nothing else. */
    static LocalRenderEngine engine() {
        return new LocalRenderEngine(new EngineSettings(ASSETS, null, false, false));
    }

    static Rendering draw(LocalRenderEngine engine, String name) throws RenderException {
        try {
            String json = Files.readString(FOLDER.resolve(name + ".json"));
            return engine.render(DesignFile.read(json, name), RenderOptions.of(OutputFormat.PNG), RenderRecord.empty());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
