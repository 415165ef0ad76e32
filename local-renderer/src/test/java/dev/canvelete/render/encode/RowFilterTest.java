package dev.canvelete.render.encode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.canvelete.render.scene.Bitmap;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowFilterTest {
    private static final int WIDTH = 64;
    private static final int HEIGHT = 50;

    /** White, and a picture without equal pixels side by side from that row on. */
    private static Bitmap pictureFrom(int row) {
        int[] argb = new int[WIDTH * HEIGHT];
        for (int i = 0; i < argb.length; i++) {
            int x = i % WIDTH;
            int y = i / WIDTH;
            argb[i] = y < row ? 0xFFFFFFFF : 0xFF000000 | 2 * x + y << 16 | x + 3 * y << 8 | x + y;
        }
        return new Bitmap(WIDTH, HEIGHT, argb);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 16, 17, 31, 32, 33, 48})
    void aPictureIsFilteredFromItsFirstRowOn(int first) {
        byte[] filters = new byte[HEIGHT];

        boolean unfiltered = new RowFilter(pictureFrom(first), new PngColor.Rgb()).choose(0, filters);

        assertThat(unfiltered).isFalse();
        assertThat(IntStream.range(0, HEIGHT).filter(y -> filters[y] != PngFilter.NONE.code))
                .containsExactlyElementsOf(
                        IntStream.range(first, HEIGHT).boxed().toList());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 16, 17, 50})
    void aBandWithoutPicturesIsNotFiltered(int rows) {
        byte[] filters = new byte[rows];

        assertThat(new RowFilter(pictureFrom(HEIGHT), new PngColor.Rgb()).choose(0, filters))
                .isTrue();
        assertThat(filters).containsOnly(PngFilter.NONE.code);
    }
}
