package dev.canvelete.server.assertion;

import static dev.canvelete.server.assertion.CanveleteAssertions.assertThatPicture;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.canvelete.server.journal.Count;
import dev.canvelete.server.journal.RequestPattern;
import dev.canvelete.server.junit.CanveleteMock;
import dev.canvelete.server.testing.MockWorld;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CanveleteAssertionsTest {
    @RegisterExtension
    static final CanveleteMock MOCK = CanveleteMock.builder().build();

    @Test
    void tellsWhatCameClosestWhenARequestIsMissing(MockWorld world) throws Exception {
        HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(world.baseUri() + "/v1/designs"))
                                .header("Authorization", "Bearer " + world.apiKey())
                                .build(),
                        HttpResponse.BodyHandlers.discarding());

        CanveleteAssertions.assertThat(world).received(RequestPattern.of("GET", "/v1/designs"), Count.exactly(1));
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> CanveleteAssertions.assertThat(world)
                        .within(Duration.ZERO)
                        .received(RequestPattern.of("POST", "/v1/designs"), Count.atLeast(1)))
                .withMessageContaining("GET /v1/designs: method: wanted POST, was GET");
        assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> CanveleteAssertions.assertThat(world)
                .within(Duration.ZERO)
                .receivedBatch());
    }

    @Test
    void comparesPicturesWithATolerance() throws IOException {
        byte[] golden = picture(10, 0xFF808080, 0xFF808080);
        byte[] near = picture(10, 0xFF808083, 0xFF808080);
        byte[] onePixel = picture(10, 0xFF808080, 0xFFFF0000);

        assertThatCode(() -> assertThatPicture(golden).hasSize(10, 10).looksLike(golden))
                .doesNotThrowAnyException();
        assertThatCode(() -> assertThatPicture(near).within(3, 0).looksLike(golden))
                .doesNotThrowAnyException();
        assertThatCode(() -> assertThatPicture(onePixel).within(0, 0.01).looksLike(golden))
                .doesNotThrowAnyException();
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThatPicture(near).within(2, 0.5).looksLike(golden));
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThatPicture(onePixel).looksLike(golden));
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() ->
                        assertThatPicture(picture(11, 0xFF808080, 0xFF808080)).looksLike(golden));
    }

    /** A square of one colour with one pixel of another. */
    private static byte[] picture(int side, int colour, int pixel) throws IOException {
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_ARGB);
        for (int i = 0; i < side * side; i++) {
            image.setRGB(i % side, i / side, colour);
        }
        image.setRGB(0, 0, pixel);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }
}
