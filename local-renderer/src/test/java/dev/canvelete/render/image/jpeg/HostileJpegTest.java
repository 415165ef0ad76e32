package dev.canvelete.render.image.jpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.canvelete.render.image.ImageDecoder;
import dev.canvelete.render.image.JpegSamples;
import dev.canvelete.render.resource.Limits;
import dev.canvelete.render.resource.ResourceException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files at the edge of what there is, and beyond it: the reference's pixels, or an error that says what is wrong. */
class HostileJpegTest {
    private static final int RGB = BufferedImage.TYPE_INT_RGB;
    private static final int FRAME = 0xC0;

    static Stream<JpegSamples.Kind> kinds() {
        return Stream.of(new int[] {1, 1}, new int[] {2, 1}, new int[] {2, 2})
                .flatMap(sampling -> Stream.of(false, true).flatMap(progressive -> Stream.of(0, 1, 2)
                        .map(restarts -> new JpegSamples.Kind(0.8f, sampling[0], sampling[1], progressive, restarts))));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void givesTheReferencesPixelsHoweverOddTheSize(JpegSamples.Kind kind) throws Exception {
        int[][] sizes = {{1, 1}, {7, 9}, {8, 8}, {9, 7}, {17, 1}, {1, 33}, {65_500, 1}, {1, 65_500}};
        for (int[] size : sizes) {
            byte[] file = JpegSamples.jpeg(JpegSamples.picture(size[0], size[1], RGB, 3), kind);

            assertThat(JpegDecoder.open(file).decode(8).argb())
                    .as(Arrays.toString(size))
                    .isEqualTo(reference(file));
        }
    }

    private static int[] reference(byte[] file) throws Exception {
        BufferedImage image = ImageIO.read(new MemoryCacheImageInputStream(new ByteArrayInputStream(file)));
        int[] argb = new int[image.getWidth() * image.getHeight()];
        int[] pixel = new int[3];
        for (int i = 0; i < argb.length; i++) {
            image.getRaster().getPixel(i % image.getWidth(), i / image.getWidth(), pixel);
            argb[i] = 0xFF000000 | pixel[0] << 16 | pixel[1] << 8 | pixel[2];
        }
        return argb;
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void refusesWhatEndsEarlyWhereverItEnds(JpegSamples.Kind kind) throws Exception {
        byte[] file = JpegSamples.jpeg(JpegSamples.picture(24, 20, RGB, 5), kind);
        for (int length = 3; length < file.length - 16; length++) {
            byte[] cut = Arrays.copyOf(file, length);
            assertThatThrownBy(() -> JpegDecoder.open(cut).decode(8))
                    .as("after " + length + " of " + file.length)
                    .isInstanceOf(ResourceException.class)
                    .hasMessageStartingWith("the JPG is damaged");
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void survivesAnyByteThatIsWrong(JpegSamples.Kind kind) throws Exception {
        byte[] file = JpegSamples.jpeg(JpegSamples.picture(24, 20, RGB, 6), kind);
        for (int at = 0; at < file.length; at++) {
            for (int wrong : new int[] {0x01, 0x80, 0xFF}) {
                byte[] damaged = file.clone();
                damaged[at] ^= (byte) wrong;
                decodeOrRefuse(damaged);
            }
        }
    }

    /** Decodes what is small; whatever else is wrong must be said as an error of the file's. */
    private static void decodeOrRefuse(byte[] file) {
        try {
            JpegDecoder decoder = JpegDecoder.open(file);
            if ((long) decoder.width() * decoder.height() < 1 << 14) {
                assertThat(decoder.decode(8).opaque()).isTrue();
            }
        } catch (ResourceException e) {
            assertThat(e).hasMessageContaining("JPG");
        }
    }

    @Test
    void survivesTablesOfChance() throws Exception {
        Random random = new Random(4);
        for (int i = 0; i < 600; i++) {
            byte[] file = JpegSamples.jpeg(
                    JpegSamples.picture(24, 20, RGB, i % 8), new JpegSamples.Kind(0.8f, 2, 2, i % 2 == 0, 0));
            int table = JpegMarkers.find(file, 0xC4);
            int counts = table + 5;
            int values = counts + 16;
            int end = table + 2 + JpegMarkers.length(file, table);
            if (i % 3 == 0) {
                file[counts + random.nextInt(16)] = (byte) random.nextInt(4);
            }
            file[random.nextInt(values, end)] = (byte) random.nextInt();
            decodeOrRefuse(file);
        }
    }

    @Test
    void refusesTheSameScanOnceMore() throws Exception {
        byte[] file = JpegSamples.jpeg(JpegSamples.picture(24, 20, RGB, 7), new JpegSamples.Kind(0.8f, 1, 1, false, 0));
        int scan = JpegMarkers.find(file, 0xDA);
        int end = file.length - 2;
        byte[] twice = Arrays.copyOf(file, file.length + end - scan);
        System.arraycopy(file, scan, twice, end, file.length - scan);

        assertThatThrownBy(() -> JpegDecoder.open(twice).decode(8))
                .isInstanceOf(ResourceException.class)
                .hasMessageContaining("a scan tells again what is known");
    }

    /** The header is enough to know; nothing is made room for. */
    @Test
    void refusesHugePicturesBeforeMakingRoomForThem() throws Exception {
        byte[] file = JpegSamples.jpeg(JpegSamples.picture(24, 20, RGB, 8), new JpegSamples.Kind(0.8f, 2, 2, false, 0));
        int frame = JpegMarkers.find(file, FRAME);
        Arrays.fill(file, frame + 5, frame + 9, (byte) 0xFF);
        ImageDecoder decoder = new ImageDecoder(Limits.standard());
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

        long before = threads.getCurrentThreadAllocatedBytes();
        assertThatThrownBy(() -> decoder.decode(file, 1, 1))
                .isInstanceOf(ResourceException.class)
                .hasMessageContaining("65535 x 65535");

        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(4 << 20);
    }

    /** Room is used again for the next picture, by several threads; failing ones in between leave nothing in it. */
    @Test
    void aPictureNeverShowsAnythingOfAnother() throws Exception {
        List<byte[]> files = new ArrayList<>();
        List<int[]> pixels = new ArrayList<>();
        for (JpegSamples.Kind kind : kinds().toList()) {
            byte[] file = JpegSamples.jpeg(
                    JpegSamples.picture(40 + 9 * files.size(), 90 - 3 * files.size(), RGB, files.size()), kind);
            files.add(file);
            pixels.add(reference(file));
        }
        Callable<Boolean> all = () -> {
            Random random = new Random(9);
            for (int i = 0; i < 200; i++) {
                int next = random.nextInt(files.size());
                byte[] file = files.get(next);
                if (random.nextInt(3) == 0) {
                    decodeOrRefuse(Arrays.copyOf(file, random.nextInt(200, file.length)));
                }
                assertThat(JpegDecoder.open(file).decode(8).argb()).isEqualTo(pixels.get(next));
            }
            return true;
        };

        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (Future<Boolean> each :
                    threads.invokeAll(IntStream.range(0, 4).mapToObj(i -> all).toList())) {
                assertThat(each.get()).isTrue();
            }
        }
    }
}
