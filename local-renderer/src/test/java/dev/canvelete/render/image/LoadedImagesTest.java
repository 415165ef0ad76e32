package dev.canvelete.render.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.canvelete.api.engine.EngineSettings;
import dev.canvelete.render.resource.Limits;
import dev.canvelete.render.resource.ResourceException;
import dev.canvelete.render.resource.ResourceLoader;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadedImagesTest {
    @TempDir
    Path folder;

    @Test
    void decodesEachImageOnceInEachSizeWhateverItIsCalled() throws Exception {
        byte[] file = JpegSamples.jpeg(
                JpegSamples.picture(64, 64, BufferedImage.TYPE_INT_RGB, 1), new JpegSamples.Kind(0.9f, 2, 2, false, 0));
        Files.write(folder.resolve("a.jpg"), file);
        Files.write(folder.resolve("b.jpg"), file);
        LoadedImages images = images();

        DecodedImage whole = images.image("a.jpg", 64, 64);
        assertThat(images.image("b.jpg", 60, 60)).isSameAs(whole);
        assertThat(images.image("data:image/jpeg;base64," + Base64.getEncoder().encodeToString(file), 64, 1))
                .isSameAs(whole);
        assertThat(images.image("a.jpg", 33, 33)).isSameAs(whole);
        assertThat(images.image("a.jpg", 32, 32).bitmap().width()).isEqualTo(32);
    }

    @Test
    void namesTheImageThatIsWrong() throws Exception {
        Files.writeString(folder.resolve("no.png"), "text");

        assertThatThrownBy(() -> images().image("no.png", 1, 1))
                .isInstanceOf(ResourceException.class)
                .hasMessage("no.png: a PNG, JPG, WebP, GIF, BMP or SVG image is right");
        assertThatThrownBy(() -> images().image("none.png", 1, 1))
                .hasMessage("none.png: there is no such file in the asset folder");
    }

    private LoadedImages images() {
        return new LoadedImages(
                new ResourceLoader(EngineSettings.standard().withAssetFolder(folder), Limits.standard()),
                Limits.standard());
    }
}
