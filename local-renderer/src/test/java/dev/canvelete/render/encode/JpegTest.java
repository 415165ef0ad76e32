package dev.canvelete.render.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.canvelete.render.scene.Bitmap;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class JpegTest {
    private static BufferedImage overWhite(Bitmap bitmap) {
        BufferedImage image = new BufferedImage(bitmap.width(), bitmap.height(), BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < bitmap.argb().length; i++) {
            image.setRGB(i % bitmap.width(), i / bitmap.width(), Alpha.overWhite(bitmap.argb()[i]));
        }
        return image;
    }

    private static byte[] plainly(BufferedImage image, int quality) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam param = writer.getDefaultWriteParam();
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionQuality(quality / 100f);
        try (ImageOutputStream target = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(target);
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    private static double error(byte[] jpeg, BufferedImage original) throws Exception {
        BufferedImage decoded = ImageIO.read(new ByteArrayInputStream(jpeg));
        assertThat(decoded.getWidth()).isEqualTo(original.getWidth());
        assertThat(decoded.getHeight()).isEqualTo(original.getHeight());
        double sum = 0;
        for (int y = 0; y < original.getHeight(); y++) {
            for (int x = 0; x < original.getWidth(); x++) {
                for (int shift = 0; shift < 24; shift += 8) {
                    sum += Math.abs((decoded.getRGB(x, y) >> shift & 0xFF) - (original.getRGB(x, y) >> shift & 0xFF));
                }
            }
        }
        return sum / (3.0 * original.getWidth() * original.getHeight());
    }

    @ParameterizedTest
    @EnumSource
    void filesAreAsNearToThePixelsAsThoseOfImageIo(Bitmaps.Kind kind) throws Exception {
        Random random = new Random(kind.ordinal());
        for (int quality : new int[] {30, 75, 90, 100}) {
            Bitmap bitmap = Bitmaps.of(kind, random);
            BufferedImage original = overWhite(bitmap);

            assertThat(error(JpegEncoder.encode(bitmap, quality, 96), original))
                    .isLessThanOrEqualTo(error(plainly(original, quality), original) * 1.05 + 0.6);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTemplateGivesTheBytesOfTheWholePicture(Bitmaps.Kind kind) {
        Random random = new Random(50 + kind.ordinal());
        JpegScratch scratch = new JpegScratch();
        for (int i = 0; i < 20; i++) {
            Bitmap base = Bitmaps.of(kind, random);
            List<Area> live = new ArrayList<>();
            for (int areas = random.nextInt(4); areas > 0; areas--) {
                live.add(new Area(
                        random.nextInt(-5, base.width()),
                        random.nextInt(-5, base.height()),
                        random.nextInt(60),
                        random.nextInt(30)));
            }
            int quality = 1 + random.nextInt(100);
            JpegTemplate template = JpegTemplate.of(base, live, quality, 96);
            for (Bitmaps.Kind change : Bitmaps.Kind.values()) {
                Bitmap record = base;
                for (Area area : live) {
                    record = Bitmaps.changed(record, area, change, random);
                }
                assertThat(template.encode(record, scratch)).isEqualTo(JpegEncoder.encode(record, quality, 96));
            }
        }
    }

    /** So that a photo's band is the photo's alone, whatever a text below it says. */
    @Test
    void areasThatShareNoRowOfSquaresAreBandsOfTheirOwn() {
        Bitmap base = Bitmaps.of(Bitmaps.Kind.PHOTO, 100, 150, new Random(3));
        List<Area> live = List.of(
                new Area(10, 20, 30, 44), new Area(50, 30, 30, 10), new Area(0, 64, 5, 1), new Area(7, 81, 2, 10));

        JpegTemplate template = JpegTemplate.of(base, live, 90, 96);

        assertThat(template.bands())
                .containsExactly(new Area(0, 16, 100, 48), new Area(0, 64, 100, 16), new Area(0, 80, 100, 16));
    }

    @ParameterizedTest
    @EnumSource
    void aBandThatIsKnownIsNotLookedAt(Bitmaps.Kind kind) {
        Random random = new Random(90 + kind.ordinal());
        JpegScratch scratch = new JpegScratch();
        Bitmap base = Bitmaps.of(Bitmaps.Kind.PHOTO, 97, 140, random);
        Area photo = new Area(10, 20, 60, 44);
        Area text = new Area(20, 64, 50, 20);
        JpegTemplate template = JpegTemplate.of(base, List.of(photo, text), 80, 96);
        Bitmap first = Bitmaps.changed(base, photo, kind, random);
        byte[] band = template.encode(0, first, scratch);
        Random same = new Random(7);

        byte[] file = template.encode(Bitmaps.changed(base, text, kind, same), new byte[][] {band, null}, scratch);

        Bitmap whole = Bitmaps.changed(first, text, kind, new Random(7));
        assertThat(file).isEqualTo(JpegEncoder.encode(whole, 80, 96));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 101, -5})
    void refusesQualitiesThatAreNone(int quality) {
        Bitmap bitmap = Bitmaps.of(Bitmaps.Kind.PHOTO, 9, 9, new Random(1));

        assertThatThrownBy(() -> JpegEncoder.encode(bitmap, quality, 96))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("quality is 1 to 100");
    }

    @Test
    void refusesMoreThanAFileCanState() {
        Bitmap bitmap = Bitmap.blank(70_000, 1);

        assertThatThrownBy(() -> JpegEncoder.encode(bitmap, 90, 96))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("70000 x 1");
    }
}
