package dev.canvelete.render;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageIO;

/** Images for designs, as data URLs. */
final class SampleImages {
    /** Sixteen pixels square, of many colours, opaque. */
    static final String PNG = url("png", true);

    static final String JPEG = url("jpeg", false);

    private SampleImages() {}

    private static String url(String format, boolean steep) {
        BufferedImage image = new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 16; y++) {
            for (int x = 0; x < 16; x++) {
                image.setRGB(x, y, steep ? x * 16 << 16 | y * 16 << 8 | (x ^ y) * 16 : x * 8 << 16 | 0x4000 | y * 8);
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "data:image/" + format + ";base64," + Base64.getEncoder().encodeToString(bytes.toByteArray());
    }
}
