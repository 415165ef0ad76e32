package dev.canvelete.render.resolve.code.qr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.DecodeHintType;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import dev.canvelete.api.design.QrElement.Level;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.org.okapibarcode.backend.QrCode;

/** Symbols are those of OkapiBarcode, module for module, and ZXing reads them. */
class QrEncoderTest {
    private static final int LARGEST = 177;
    private static final int MOST_BYTES = 2953;

    private static List<Rectangle2D> bars(QrSymbol symbol) {
        List<Rectangle2D> bars = new ArrayList<>();
        symbol.bars((x, y, width, height) -> bars.add(new Rectangle2D.Double(x, y, width, height)));
        return bars;
    }

    private static List<Rectangle2D> libraryBars(String text, Level level) {
        QrCode code = new QrCode();
        code.setPreferredEccLevel(QrCode.EccLevel.valueOf(level.name()));
        code.setModuleWidth(1);
        code.setQuietZoneHorizontal(0);
        code.setQuietZoneVertical(0);
        code.setContent(text);
        return code.getRectangles().stream()
                .map(r -> (Rectangle2D) new Rectangle2D.Double(r.x, r.y, r.width, r.height))
                .toList();
    }

    private static String read(QrSymbol symbol) throws Exception {
        BitMatrix modules = new BitMatrix(symbol.size());
        for (int y = 0; y < symbol.size(); y++) {
            for (int x = 0; x < symbol.size(); x++) {
                if (symbol.isDark(x, y)) {
                    modules.set(x, y);
                }
            }
        }
        return new Decoder()
                .decode(modules, Map.of(DecodeHintType.CHARACTER_SET, "ISO-8859-1"))
                .getText();
    }

    @ParameterizedTest
    @EnumSource(Level.class)
    void drawsWhatTheLibraryDraws(Level level) throws Exception {
        Random random = new Random(level.ordinal());
        for (int i = 0; i < 500; i++) {
            String text = QrTexts.random(random, i % 20 == 0 ? 400 : 60);

            QrSymbol symbol = QrEncoder.encode(text, level);

            assertThat(bars(symbol)).as(text).isEqualTo(libraryBars(text, level));
            assertThat(read(symbol)).isEqualTo(text);
        }
    }

    /** The longest text of each size leaves no room for a higher level, so that every size is drawn at every level. */
    @ParameterizedTest
    @EnumSource(Level.class)
    void drawsEverySizeAtEveryLevel(Level level) throws Exception {
        String letters = new Random(level.ordinal())
                .ints(MOST_BYTES, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        for (int size = 21; size <= LARGEST; size += 4) {
            String text = letters.substring(0, longest(letters, level, size));

            QrSymbol symbol = QrEncoder.encode(text, level);

            assertThat(symbol.size()).isEqualTo(size);
            assertThat(bars(symbol)).isEqualTo(libraryBars(text, level));
            assertThat(read(symbol)).isEqualTo(text);
        }
    }

    /** How long a beginning of a text a symbol of some size holds, found by halving. */
    private static int longest(String text, Level level, int size) {
        int holds = 1;
        int tooLong = text.length() + 1;
        while (holds + 1 < tooLong) {
            int middle = (holds + tooLong) / 2;
            if (size(text.substring(0, middle), level) <= size) {
                holds = middle;
            } else {
                tooLong = middle;
            }
        }
        return holds;
    }

    /** Past the largest where nothing holds it. */
    private static int size(String text, Level level) {
        try {
            return QrEncoder.encode(text, level).size();
        } catch (IllegalArgumentException e) {
            return LARGEST + 4;
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 7089, L", "A, 4296, L", "a, 2953, L", "a, 2331, M", "点, 783, H", "😀, 738, L"})
    void holdsAsMuchAsTheStandardSays(String character, int most, Level level) throws Exception {
        String text = character.repeat(most);

        assertThat(read(QrEncoder.encode(text, level))).isEqualTo(text);
        assertThatThrownBy(() -> QrEncoder.encode(text + character, level))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("of error correction level " + level + " holds");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\<FNC1>", "a\\<FNC2>b", "[01]09501101530003", "\u0000\u001d\u007f", "\ufeffa"})
    void takesNothingForACommand(String text) throws Exception {
        assertThat(read(QrEncoder.encode(text, Level.M))).isEqualTo(text);
    }

    @Test
    void refusesHalfACharacter() {
        assertThatThrownBy(() -> QrEncoder.encode("a\ud83d", Level.M))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("half a surrogate pair");
    }
}
