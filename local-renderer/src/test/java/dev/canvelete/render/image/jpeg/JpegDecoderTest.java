package dev.canvelete.render.image.jpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import dev.canvelete.render.image.JpegSamples;
import dev.canvelete.render.resource.ResourceException;
import dev.canvelete.render.scene.Bitmap;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JpegDecoderTest {
    private static final int RGB = BufferedImage.TYPE_INT_RGB;
    private static final int GREY = BufferedImage.TYPE_BYTE_GRAY;

    static Stream<Arguments> kinds() {
        return Stream.of(
                        new int[] {1, 1}, new int[] {7, 5}, new int[] {16, 16}, new int[] {33, 17}, new int[] {150, 91})
                .flatMap(size -> Stream.of(RGB, GREY).flatMap(type -> Stream.of(
                                new int[] {1, 1}, new int[] {2, 1}, new int[] {2, 2})
                        .filter(sampling -> type == RGB || sampling[0] == 1)
                        .flatMap(sampling -> Stream.of(0.3f, 0.75f, 1f)
                                .flatMap(quality -> Stream.of(false, true).flatMap(progressive -> Stream.of(0, 3)
                                        .map(restarts -> Arguments.of(
                                                size[0],
                                                size[1],
                                                type,
                                                new JpegSamples.Kind(
                                                        quality,
                                                        sampling[0],
                                                        sampling[1],
                                                        progressive,
                                                        restarts))))))));
    }

    /** The JDK's library and the browsers' have the same arithmetic for these kinds. */
    @ParameterizedTest
    @MethodSource("kinds")
    void givesTheVeryPixelsOfTheReferenceLibrary(int width, int height, int type, JpegSamples.Kind kind)
            throws Exception {
        byte[] file = JpegSamples.jpeg(JpegSamples.picture(width, height, type, width), kind);

        Bitmap decoded = JpegDecoder.open(file).decode(8);

        assertThat(decoded.argb()).isEqualTo(reference(file));
    }

    private static int[] reference(byte[] file) throws Exception {
        BufferedImage image = ImageIO.read(new MemoryCacheImageInputStream(new ByteArrayInputStream(file)));
        Raster raster = image.getRaster();
        int last = raster.getNumBands() - 1;
        int[] argb = new int[image.getWidth() * image.getHeight()];
        for (int i = 0; i < argb.length; i++) {
            int x = i % image.getWidth();
            int y = i / image.getWidth();
            argb[i] = 0xFF000000
                    | raster.getSample(x, y, 0) << 16
                    | raster.getSample(x, y, Math.min(1, last)) << 8
                    | raster.getSample(x, y, last);
        }
        return argb;
    }

    @Test
    void readsOddSamplingNearTheReference() throws Exception {
        for (int[] sampling : new int[][] {{1, 2}, {4, 1}, {4, 2}, {1, 4}, {3, 1}}) {
            byte[] file = JpegSamples.jpeg(
                    JpegSamples.picture(61, 47, RGB, 1),
                    new JpegSamples.Kind(0.9f, sampling[0], sampling[1], false, 0));

            assertThat(meanDifference(JpegDecoder.open(file).decode(8).argb(), reference(file)))
                    .as(Arrays.toString(sampling))
                    .isLessThan(12);
        }
    }

    private static double meanDifference(int[] some, int[] others) {
        long sum = 0;
        for (int i = 0; i < some.length; i++) {
            for (int shift = 0; shift < 24; shift += 8) {
                sum += Math.abs((some[i] >> shift & 255) - (others[i] >> shift & 255));
            }
        }
        return sum / 3.0 / some.length;
    }

    /** Noise apart, which is clamped before the means of the whole picture are taken but not before these. */
    @Test
    void reducesToMeansOfSquares() throws Exception {
        byte[] file = JpegSamples.jpeg(smooth(), new JpegSamples.Kind(0.9f, 1, 1, false, 0));
        int[] whole = JpegDecoder.open(file).decode(8).argb();
        for (int eighths : new int[] {4, 2, 1}) {
            int each = 8 / eighths;
            Bitmap reduced = JpegDecoder.open(file).decode(eighths);
            assertThat(reduced.width()).isEqualTo(160 / each);
            for (int i = 0; i < reduced.argb().length; i++) {
                double sum = 0;
                for (int j = 0; j < each * each; j++) {
                    int x = i % reduced.width() * each + j % each;
                    int y = i / reduced.width() * each + j / each;
                    sum += whole[y * 160 + x] & 255;
                }
                assertThat((double) (reduced.argb()[i] & 255)).isCloseTo(sum / each / each, offset(1.0));
            }
        }
    }

    private static BufferedImage smooth() {
        BufferedImage smooth = new BufferedImage(160, 96, GREY);
        for (int y = 0; y < 96; y++) {
            for (int x = 0; x < 160; x++) {
                smooth.getRaster().setSample(x, y, 0, (int) (128 + 60 * Math.sin(x / 9.0) * Math.cos(y / 7.0) + x % 5));
            }
        }
        return smooth;
    }

    /** Where chroma is halved, its blocks come out larger than they are in the file. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void reducedColorsStayWhereTheyAre(int eighths) throws Exception {
        BufferedImage smooth = new BufferedImage(128, 128, RGB);
        for (int i = 0; i < 128 * 128; i++) {
            int x = i % 128;
            int y = i / 128;
            smooth.setRGB(x, y, (40 + x) << 16 | (20 + y) << 8 | (230 - x / 2 - y));
        }
        for (int[] sampling : new int[][] {{1, 1}, {2, 1}, {1, 2}, {2, 2}}) {
            byte[] file = JpegSamples.jpeg(smooth, new JpegSamples.Kind(1f, sampling[0], sampling[1], false, 0));
            Bitmap reduced = JpegDecoder.open(file).decode(eighths);
            int[] expected = new int[reduced.argb().length];
            for (int i = 0; i < expected.length; i++) {
                double x = (i % reduced.width() + 0.5) * 8 / eighths - 0.5;
                double y = (i / reduced.width() + 0.5) * 8 / eighths - 0.5;
                expected[i] = (int) (40 + x) << 16 | (int) (20 + y) << 8 | (int) (230 - x / 2 - y);
            }

            assertThat(meanDifference(reduced.argb(), expected))
                    .as(Arrays.toString(sampling))
                    .isLessThan(2.5);
        }
    }

    @Test
    void reducesEveryKindToItsSize() throws Exception {
        for (int[] sampling : new int[][] {{1, 1}, {2, 1}, {1, 2}, {2, 2}, {4, 1}}) {
            for (boolean progressive : new boolean[] {false, true}) {
                byte[] file = JpegSamples.jpeg(
                        JpegSamples.picture(101, 67, RGB, 3),
                        new JpegSamples.Kind(0.8f, sampling[0], sampling[1], progressive, 0));
                for (int eighths : new int[] {1, 2, 4, 8}) {
                    Bitmap reduced = JpegDecoder.open(file).decode(eighths);
                    assertThat(reduced.width()).isEqualTo((101 * eighths + 7) / 8);
                    assertThat(reduced.height()).isEqualTo((67 * eighths + 7) / 8);
                    assertThat(reduced.opaque()).isTrue();
                }
            }
        }
    }

    @Test
    void readsAdobesRgbAndInvertedCmyk() throws Exception {
        BufferedImage grey = new BufferedImage(8, 8, GREY);
        Arrays.fill(((DataBufferByte) grey.getRaster().getDataBuffer()).getData(), (byte) 200);
        byte[] one = JpegSamples.jpeg(grey, new JpegSamples.Kind(1f, 1, 1, false, 0));

        assertThat(JpegDecoder.open(repeated(one, 3, 0)).decode(8).argb()[0]).isEqualTo(0xFFC8C8C8);
        int inked = JpegDecoder.open(repeated(one, 4, 0)).decode(8).argb()[0];
        assertThat(inked & 255).isEqualTo(Math.round(200 * 200 / 255f));
        assertThat(JpegDecoder.open(repeated(one, 4, 0)).greyOrYcc()).isFalse();
    }

    /** The same samples in each of several components: one scan each, under Adobe's marker. */
    private static byte[] repeated(byte[] grey, int components, int transform) throws Exception {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        int frame = JpegMarkers.find(grey, 0xC0);
        int scan = JpegMarkers.find(grey, 0xDA);
        file.write(
                new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xEE, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100
                });
        file.write(new byte[] {0, 0, 0, 0, (byte) transform});
        for (int marker : new int[] {0xDB, 0xC4}) {
            for (int at = JpegMarkers.find(grey, marker); at < scan; at += 2 + JpegMarkers.length(grey, at)) {
                if ((grey[at + 1] & 0xFF) == marker) {
                    file.write(grey, at, 2 + JpegMarkers.length(grey, at));
                }
            }
        }
        file.write(new byte[] {(byte) 0xFF, (byte) 0xC0, 0, (byte) (8 + 3 * components)});
        file.write(grey, frame + 4, 5);
        file.write(components);
        for (int i = 1; i <= components; i++) {
            file.write(new byte[] {(byte) i, 0x11, 0});
        }
        for (int i = 1; i <= components; i++) {
            file.write(grey, scan, grey.length - 2 - scan);
            byte[] all = file.toByteArray();
            all[all.length - (grey.length - 2 - scan) + 5] = (byte) i;
            file.reset();
            file.write(all);
        }
        file.write(new byte[] {(byte) 0xFF, (byte) 0xD9});
        return file.toByteArray();
    }

    @Test
    void survivesDamageOfAnyKind() throws Exception {
        Random random = new Random(11);
        List<byte[]> files = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            files.add(JpegSamples.jpeg(
                    JpegSamples.picture(40, 30, i % 5 == 0 ? GREY : RGB, i),
                    new JpegSamples.Kind(0.7f, 1, 1, i % 2 == 0, i % 3)));
        }
        for (int i = 0; i < 4000; i++) {
            byte[] file = files.get(i % files.size()).clone();
            for (int j = random.nextInt(1, 6); j > 0; j--) {
                file[random.nextInt(2, file.length)] = (byte) random.nextInt();
            }
            try {
                JpegDecoder decoder = JpegDecoder.open(file);
                if ((long) decoder.width() * decoder.height() < 1_000_000) {
                    decoder.decode(1 << random.nextInt(4));
                }
            } catch (ResourceException e) {
                assertThat(e).hasMessageContaining("JPG");
            }
        }
    }
}
