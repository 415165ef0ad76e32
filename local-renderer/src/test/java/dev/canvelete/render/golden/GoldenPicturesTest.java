package dev.canvelete.render.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.canvelete.render.LocalRenderEngine;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Draws every golden design and holds it, pixel by pixel, against the picture beside it. {@code -Dgolden.update=true}
 * writes the pictures that have changed instead.
 */
class GoldenPicturesTest {
    private static final Path DIFFERENCES = Path.of("target/golden");
    private static final LocalRenderEngine ENGINE = GoldenDesigns.engine();

    static List<String> names() {
        return GoldenDesigns.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void looksAsItDid(String name) throws Exception {
        Path golden = GoldenDesigns.FOLDER.resolve(name + ".png");
        byte[] drawn = GoldenDesigns.draw(ENGINE, name).bytes();
        BufferedImage actual = ImageIO.read(new ByteArrayInputStream(drawn));
        BufferedImage expected = Files.exists(golden) ? ImageIO.read(golden.toFile()) : null;
        if (expected != null && Pictures.same(expected, actual)) {
            return;
        }
        if (Boolean.getBoolean("golden.update")) {
            Files.write(golden, drawn);
            return;
        }
        if (expected == null) {
            fail("there is no %s: draw it with -Dgolden.update=true and look at it", golden);
        } else {
            fail("%s: expected, actual and difference are in %s", name, compared(name, expected, actual));
        }
    }

    @Test
    void everyPictureHasADesign() throws IOException {
        try (var files = Files.walk(GoldenDesigns.FOLDER)) {
            assertThat(files.filter(file -> !file.startsWith(GoldenDesigns.ASSETS))
                            .filter(file -> file.toString().endsWith(".png")))
                    .allSatisfy(file -> assertThat(Path.of(file.toString().replaceAll("\\.png$", ".json")))
                            .exists());
        }
    }

    private static Path compared(String name, BufferedImage expected, BufferedImage actual) throws IOException {
        Path file = DIFFERENCES.resolve(name + ".png");
        Files.createDirectories(file.getParent());
        ImageIO.write(Pictures.sideBySide(expected, actual), "png", file.toFile());
        return file;
    }
}
