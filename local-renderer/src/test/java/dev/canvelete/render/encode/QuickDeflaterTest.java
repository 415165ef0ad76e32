package dev.canvelete.render.encode;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is deflated quickly is read back by java.util.zip. */
class QuickDeflaterTest {
    private static final String CONTENT = "/F4 23 Tf\n1 0 0 -1 249.09 383 Tm\n[(abc)-12(de)]TJ\n";

    private final QuickDeflater deflater = new QuickDeflater();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 4, 5, 257, 258, 259, 600, 40_000, 100_000})
    void readsBack(int size) throws Exception {
        Random random = new Random(size);
        for (int alphabet : new int[] {1, 2, 10, 256}) {
            byte[] data = new byte[size + 7];
            for (int i = 0; i < data.length; i++) {
                data[i] = (byte) (255 - random.nextInt(alphabet));
            }
            assertThat(inflated(deflated(data, size, true))).isEqualTo(Arrays.copyOf(data, size));
        }
    }

    @Test
    void matchesReachAsFarBackAsDeflateAllowsAndNoFurther() throws Exception {
        byte[] word = CONTENT.getBytes(StandardCharsets.US_ASCII);
        for (int distance : new int[] {32_767, 32_768, 32_769}) {
            byte[] data = new byte[distance + word.length];
            System.arraycopy(word, 0, data, 0, word.length);
            System.arraycopy(word, 0, data, distance, word.length);
            assertThat(inflated(deflated(data, data.length, true))).isEqualTo(data);
        }
    }

    @Test
    void piecesFollowEachOther() throws Exception {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        ByteArrayOutputStream expected = new ByteArrayOutputStream();
        for (int i = 0; i < 5; i++) {
            byte[] piece = CONTENT.repeat(i).getBytes(StandardCharsets.US_ASCII);
            expected.write(piece);
            stream.write(deflated(piece, piece.length, i == 4));
        }
        assertThat(inflated(stream.toByteArray())).isEqualTo(expected.toByteArray());
    }

    @Test
    void repetitionsCostLittle() {
        byte[] data = CONTENT.repeat(20).getBytes(StandardCharsets.US_ASCII);

        assertThat(deflated(data, data.length, true).length).isLessThan(2 * CONTENT.length());
    }

    @Test
    void whatCameBeforeMakesNoDifference() {
        byte[] data = CONTENT.repeat(3).getBytes(StandardCharsets.US_ASCII);
        byte[] first = deflated(data, data.length, true);
        byte[] other = CONTENT.substring(5).repeat(4).getBytes(StandardCharsets.US_ASCII);
        byte[] unused = deflated(other, other.length, true);

        assertThat(deflated(data, data.length, true)).isEqualTo(first);
    }

    @Test
    void refersToWhatIsAhead() throws Exception {
        byte[] data = CONTENT.repeat(2).getBytes(StandardCharsets.US_ASCII);
        int ahead = CONTENT.length();
        byte[] room = new byte[QuickDeflater.most(data.length)];
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        stream.write(deflated(data, ahead, false));
        int length = deflater.deflate(data, ahead, data.length, true, room);
        stream.write(room, 0, length);

        assertThat(inflated(stream.toByteArray())).isEqualTo(data);
        assertThat(length).isLessThan(10);
    }

    private byte[] deflated(byte[] data, int count, boolean last) {
        byte[] room = new byte[QuickDeflater.most(count)];
        return Arrays.copyOf(room, deflater.deflate(data, 0, count, last, room));
    }

    private static byte[] inflated(byte[] raw) throws DataFormatException {
        Inflater inflater = new Inflater(true);
        inflater.setInput(raw);
        byte[] data = new byte[200_000];
        int count = inflater.inflate(data);
        assertThat(inflater.finished()).isTrue();
        assertThat(inflater.getRemaining()).isZero();
        inflater.end();
        return Arrays.copyOf(data, count);
    }
}
