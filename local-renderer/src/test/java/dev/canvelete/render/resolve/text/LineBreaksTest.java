package dev.canvelete.render.resolve.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Where no one asks ICU, it would have said the same. */
class LineBreaksTest {
    private static final String LETTERS = IntStream.range('A', 0x250)
            .filter(Character::isLetter)
            .filter(c -> c < 0x80 || c >= 0xC0)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();

    @Test
    void noLineBreaksBetweenLatinLetters() {
        BreakIterator icu = BreakIterator.getLineInstance(ULocale.ROOT);
        for (char first : LETTERS.toCharArray()) {
            StringBuilder pairs = new StringBuilder();
            for (char second : LETTERS.toCharArray()) {
                pairs.append(first).append(second);
            }
            icu.setText(pairs);

            assertThat(icu.following(0)).isEqualTo(pairs.length());
            assertThat(LineBreaks.in(pairs.toString()).stream()).containsExactly(pairs.length());
        }
    }

    @Test
    void signsAmongTheLettersAreLeftToUnicode() {
        assertThat(Characters.isLatinLetter('\u00D7')).isFalse();
        assertThat(Characters.isLatinLetter('\u00F7')).isFalse();
        assertThat(LineBreaks.in("caf\u00E9 \u2014 b").stream()).containsExactly(5, 7, 8);
    }
}
