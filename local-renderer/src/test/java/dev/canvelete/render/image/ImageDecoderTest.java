package dev.canvelete.render.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.canvelete.render.resource.Limits;
import dev.canvelete.render.resource.ResourceException;
import dev.canvelete.render.scene.Bitmap;
import dev.canvelete.render.scene.Picture;
import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageDecoderTest {
    private static final JpegSamples.Kind PLAIN = new JpegSamples.Kind(0.9f, 1, 1, false, 0);

    private final ImageDecoder decoder = new ImageDecoder(Limits.standard());

    private Bitmap decode(byte[] file) throws ResourceException {
        return decoder.decode(file, 1e6, 1e6).bitmap();
    }

    private static int[] rgb(BufferedImage picture) {
        return picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "bmp"})
    void readsWhatTheJdkWrites(String format) throws Exception {
        for (int type : new int[] {BufferedImage.TYPE_INT_RGB, BufferedImage.TYPE_BYTE_INDEXED}) {
            BufferedImage picture = JpegSamples.picture(67, 41, type, 2);

            assertThat(decode(JpegSamples.file(picture, format)).argb()).isEqualTo(rgb(picture));
        }
    }

    @Test
    void readsAGifsFirstFrameWithItsTransparency() throws Exception {
        byte[] file = Base64.getDecoder().decode("R0lGODlhAwACAPAAAP8AAAAAACH5BAEAAAEALAEAAQABAAEAAAICRAEAOw==");

        assertThat(decode(file).argb()).containsExactly(0, 0, 0, 0, 0xFFFF0000, 0);
    }

    @Test
    void readsAWebp() throws Exception {
        byte[] file = Base64.getDecoder().decode("UklGRhwAAABXRUJQVlA4TA8AAAAvAUAAAAcQ/Y/+ByKi/wE=");

        assertThat(decode(file).width()).isEqualTo(2);
    }

    /** Every colour type and depth, by a writer that packs samples as the standard says. */
    @ParameterizedTest
    @CsvSource({
        "0,1", "0,2", "0,4", "0,8", "0,16", "2,8", "2,16", "3,1", "3,2", "3,4", "3,8", "4,8", "4,16", "6,8", "6,16"
    })
    void readsPngsOfAllColourTypes(int type, int depth) throws Exception {
        Random random = new Random(type * 100L + depth);
        for (boolean interlaced : new boolean[] {false, true}) {
            for (int[] size : new int[][] {{1, 1}, {5, 3}, {13, 9}}) {
                PngSample sample = new PngSample(size[0], size[1], depth, type, interlaced, random);

                assertThat(decode(sample.file()).argb()).isEqualTo(sample.expected());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1,'ab,cd,ef'",
        "2,'ba,dc,fe'",
        "3,'fe,dc,ba'",
        "4,'ef,cd,ab'",
        "5,'ace,bdf'",
        "6,'eca,fdb'",
        "7,'fdb,eca'",
        "8,'bdf,ace'"
    })
    void turnsPicturesUpright(int orientation, String upright) throws Exception {
        BufferedImage picture = new BufferedImage(16, 24, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < 16 * 24; i++) {
            picture.getRaster().setSample(i % 16, i / 16, 0, 40 * (i / 16 / 8 * 2 + i % 16 / 8));
        }
        byte[] file =
                JpegSamples.withExif(JpegSamples.jpeg(picture, new JpegSamples.Kind(1f, 1, 1, false, 0)), orientation);

        DecodedImage decoded = decoder.decode(file, 1000, 1000);

        List<String> rows = List.of(upright.split(","));
        assertThat(decoded.width()).isEqualTo(8.0 * rows.getFirst().length());
        assertThat(decoded.height()).isEqualTo(8.0 * rows.size());
        assertThat(storedAgain(decoded)).isEqualTo(decoded.bitmap().argb());
        for (int y = 0; y < rows.size(); y++) {
            for (int x = 0; x < rows.get(y).length(); x++) {
                int pixel =
                        decoded.bitmap().argb()[(8 * y + 4) * decoded.bitmap().width() + 8 * x + 4] & 255;
                assertThat((pixel + 20) / 40).isEqualTo(rows.get(y).charAt(x) - 'a');
            }
        }
    }

    /** The pixels of the original file, each where its matrix puts it. */
    private int[] storedAgain(DecodedImage image) throws Exception {
        Picture.Jpeg original = Objects.requireNonNull(image.original());
        DecodedImage stored = decoder.decode(original.bytes(), 1000, 1000);
        assertThat(stored.pixelsAcross()).isEqualTo(original.width());
        assertThat(stored.pixelsDown()).isEqualTo(original.height());
        int[] upright = new int[original.width() * original.height()];
        for (int i = 0; i < upright.length; i++) {
            Point2D at = original.upright()
                    .transform(
                            new Point2D.Double(
                                    (i % original.width() + 0.5) / original.width(),
                                    (i / original.width() + 0.5) / original.height()),
                            null);
            int x = (int) (at.getX() * image.pixelsAcross());
            int y = (int) (at.getY() * image.pixelsDown());
            upright[y * image.pixelsAcross() + x] = stored.bitmap().argb()[i];
        }
        return upright;
    }

    @Test
    void decodesJpgsNearTheSizeThatIsNeeded() throws Exception {
        byte[] file = JpegSamples.jpeg(JpegSamples.picture(400, 300, BufferedImage.TYPE_INT_RGB, 1), PLAIN);
        int[][] needs = {
            {400, 300, 400},
            {310, 10, 400},
            {201, 10, 400},
            {200, 150, 200},
            {10, 76, 200},
            {100, 75, 100},
            {50, 37, 50},
            {1, 1, 50}
        };
        for (int[] need : needs) {
            DecodedImage decoded = decoder.decode(file, need[0], need[1]);

            assertThat(decoded.bitmap().width()).isEqualTo(need[2]);
            assertThat(decoded.width()).isEqualTo(400);
            assertThat(decoded.height()).isEqualTo(300);
        }
    }

    @Test
    void drawsSvgsInTheSizeThatIsNeeded() throws Exception {
        byte[] svg =
                "<svg xmlns='http://www.w3.org/2000/svg' width='20' height='10'><rect width='10' height='10' fill='#f00'/></svg>"
                        .getBytes(StandardCharsets.UTF_8);

        DecodedImage decoded = decoder.decode(svg, 60, 10);

        assertThat(decoded.bitmap().width()).isEqualTo(60);
        assertThat(decoded.bitmap().height()).isEqualTo(30);
        assertThat(decoded.width()).isEqualTo(20);
        assertThat(decoded.bitmap().argb()[29 * 60 + 29]).isEqualTo(0xFFFF0000);
        assertThat(decoded.bitmap().argb()[31]).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE svg [<!ENTITY a 'b'>]><svg xmlns='http://www.w3.org/2000/svg' width='1' height='1'/>",
                "<svg xmlns='http://www.w3.org/2000/svg' width='1' height='1'>",
                "<svg xmlns='http://www.w3.org/2000/svg' width='0' height='1'/>",
                "<svg xmlns='http://www.w3.org/2000/svg' width='1e9' height='1'/>",
                "<?xml version='1.0'?><html/>",
                "<svg"
            })
    void refusesSvgsThatAreDamagedOrHoldEntities(String svg) {
        assertThatThrownBy(() -> decode(svg.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(ResourceException.class)
                .hasMessageContaining("SVG");
    }

    @Test
    void refusesBombsByTheirHeaders() throws Exception {
        byte[] png = new PngSample(1, 1, 8, 2, false, new Random(1)).file(30_000, 30_000);
        byte[] jpeg = JpegSamples.jpeg(JpegSamples.picture(8, 8, BufferedImage.TYPE_INT_RGB, 1), PLAIN);
        for (int i = 0; i + 9 < jpeg.length; i++) {
            if (jpeg[i] == (byte) 0xFF && jpeg[i + 1] == (byte) 0xC0) {
                Arrays.fill(jpeg, i + 5, i + 9, (byte) 0xFF);
            }
        }
        for (byte[] bomb : List.of(png, jpeg)) {
            assertThatThrownBy(() -> decode(bomb)).hasMessageContaining("an image of at most 20000 pixels a side");
        }
    }

    @Test
    void countsTheCoefficientsThatProgressiveJpgsKeep() throws Exception {
        ImageDecoder small = new ImageDecoder(
                new Limits(1 << 24, 1_000_000, 5000, 1, Duration.ofSeconds(1), Duration.ofSeconds(1), 1, 1));
        BufferedImage picture = JpegSamples.picture(900, 900, BufferedImage.TYPE_INT_RGB, 1);
        byte[] baseline = JpegSamples.jpeg(picture, new JpegSamples.Kind(0.9f, 1, 1, false, 0));
        byte[] progressive = JpegSamples.jpeg(picture, new JpegSamples.Kind(0.9f, 1, 1, true, 0));

        assertThat(small.decode(baseline, 900, 900).bitmap().width()).isEqualTo(900);
        assertThat(small.decode(progressive, 100, 100).bitmap().width()).isEqualTo(113);
        assertThatThrownBy(() -> small.decode(progressive, 900, 900))
                .isInstanceOf(ResourceException.class)
                .hasMessageContaining("an image that takes at most 8 MB to decode is right, not 10 MB");
    }

    @Test
    void saysWhichFormatsAreRightForWhatIsNoImage() {
        for (byte[] file : List.of(new byte[0], new byte[] {1, 2, 3}, "<html>".getBytes(StandardCharsets.UTF_8))) {
            assertThatThrownBy(() -> decode(file)).hasMessage("a PNG, JPG, WebP, GIF, BMP or SVG image is right");
        }
    }

    @Test
    void refusesPngsThatEndEarlyAndSurvivesDamage() throws Exception {
        byte[] file = new PngSample(13, 9, 8, 6, true, new Random(4)).file();
        for (int length = 0; length < file.length - 16; length++) {
            byte[] cut = Arrays.copyOf(file, length);
            assertThatThrownBy(() -> decode(cut)).isInstanceOf(ResourceException.class);
        }
        BufferedImage picture = JpegSamples.picture(20, 20, BufferedImage.TYPE_BYTE_INDEXED, 1);
        List<byte[]> files = List.of(file, JpegSamples.file(picture, "gif"), JpegSamples.file(picture, "bmp"));
        Random random = new Random(9);
        ImageDecoder small = new ImageDecoder(
                new Limits(1 << 20, 1_000_000, 5000, 1, Duration.ofSeconds(1), Duration.ofSeconds(1), 1, 1));
        for (int i = 0; i < 6000; i++) {
            byte[] damaged = files.get(i % files.size()).clone();
            for (int j = random.nextInt(1, 5); j > 0; j--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            try {
                small.decode(damaged, 10, 10);
            } catch (ResourceException e) {
                assertThat(e.getMessage()).isNotBlank();
            }
        }
    }

    /** A PNG of random samples, unfiltered rows apart from one of each filter kind in turn. */
    private static final class PngSample {
        private final int width;
        private final int height;
        private final PngFormat format;
        private final int[] samples;
        private final int[] palette = new int[256];

        PngSample(int width, int height, int depth, int type, boolean interlaced, Random random) {
            this.width = width;
            this.height = height;
            this.format = new PngFormat(depth, type, interlaced);
            this.samples = random.ints((long) width * height * format.channels(), 0, 1 << depth)
                    .toArray();
            Arrays.setAll(palette, i -> 0xFF000000 | random.nextInt(0x1000000));
        }

        int[] expected() {
            int[] argb = new int[width * height];
            Arrays.setAll(argb, i -> format.pixel(samples, i * format.channels(), palette, new int[0]));
            return argb;
        }

        byte[] file() {
            return file(width, height);
        }

        byte[] file(int claimedWidth, int claimedHeight) {
            ByteArrayOutputStream raw = new ByteArrayOutputStream();
            for (PngFormat.Pass pass : format.interlaced() ? PngFormat.PASSES : new PngFormat.Pass[] {PngFormat.ALL}) {
                rows(pass, raw);
            }
            Deflater deflater = new Deflater();
            deflater.setInput(raw.toByteArray());
            deflater.finish();
            byte[] packed = new byte[raw.size() + 100];
            int length = deflater.deflate(packed);
            deflater.end();
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            file.writeBytes("\u0089PNG\r\n\u001A\n".getBytes(StandardCharsets.ISO_8859_1));
            chunk(
                    file,
                    "IHDR",
                    ByteBuffer.allocate(13)
                            .putInt(claimedWidth)
                            .putInt(claimedHeight)
                            .put((byte) format.depth())
                            .put((byte) format.type())
                            .put((byte) 0)
                            .put((byte) 0)
                            .put((byte) (format.interlaced() ? 1 : 0))
                            .array());
            ByteBuffer colors = ByteBuffer.allocate(768);
            for (int color : palette) {
                colors.put((byte) (color >> 16)).put((byte) (color >> 8)).put((byte) color);
            }
            chunk(file, "PLTE", colors.array());
            chunk(file, "IDAT", Arrays.copyOf(packed, length / 2));
            chunk(file, "IDAT", Arrays.copyOfRange(packed, length / 2, length));
            chunk(file, "IEND", new byte[0]);
            return file.toByteArray();
        }

        private void rows(PngFormat.Pass pass, ByteArrayOutputStream out) {
            int channels = format.channels();
            int across = Math.ceilDiv(width - pass.x(), pass.stepX());
            int bits = channels * format.depth();
            byte[] above = new byte[Math.max(0, Math.ceilDiv(across * bits, 8))];
            int count = 0;
            for (int y = pass.y(); y < height && across > 0; y += pass.stepY()) {
                byte[] row = new byte[above.length];
                int bit = 0;
                for (int x = pass.x(); x < width; x += pass.stepX()) {
                    for (int c = 0; c < channels; c++) {
                        int sample = samples[(y * width + x) * channels + c];
                        for (int b = format.depth() - 1; b >= 0; b--, bit++) {
                            row[bit >> 3] |= (byte) ((sample >> b & 1) << (7 - (bit & 7)));
                        }
                    }
                }
                filter(count++ % 5, row, above, Math.ceilDiv(bits, 8), out);
                above = row;
            }
        }

        private static void filter(int kind, byte[] row, byte[] above, int distance, ByteArrayOutputStream out) {
            out.write(kind);
            for (int i = 0; i < row.length; i++) {
                int a = i < distance ? 0 : row[i - distance] & 255;
                int b = above[i] & 255;
                int c = i < distance ? 0 : above[i - distance] & 255;
                int p = a + b - c;
                int paeth = Math.abs(p - a) <= Math.abs(p - b) && Math.abs(p - a) <= Math.abs(p - c)
                        ? a
                        : Math.abs(p - b) <= Math.abs(p - c) ? b : c;
                out.write(row[i] - new int[] {0, a, b, (a + b) / 2, paeth}[kind]);
            }
        }

        private static void chunk(ByteArrayOutputStream file, String type, byte[] data) {
            ByteBuffer chunk = ByteBuffer.allocate(data.length + 12).putInt(data.length);
            chunk.put(type.getBytes(StandardCharsets.ISO_8859_1)).put(data);
            CRC32 crc = new CRC32();
            crc.update(chunk.array(), 4, data.length + 4);
            file.writeBytes(chunk.putInt((int) crc.getValue()).array());
        }
    }
}
