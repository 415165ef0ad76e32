package dev.canvelete.api.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SampleDesignsTest {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{(\\w+)}}");

    @ParameterizedTest
    @MethodSource("dev.canvelete.api.design.SampleDesigns#names")
    void everySampleIsATemplateWhoseDataFillsItsPlaceholders(String id) {
        Design design = SampleDesigns.get(id);

        assertThat(design.id()).isEqualTo(id);
        assertThat(design.isTemplate()).isTrue();
        assertThat(PLACEHOLDER.matcher(design.source().toString()).results().map(m -> m.group(1)))
                .isNotEmpty()
                .allSatisfy(name ->
                        assertThat(SampleDesigns.data(id).path(name).asText()).isNotEmpty());
    }

    @Test
    void namesTheSamplesThatThereAre() {
        assertThatThrownBy(() -> SampleDesigns.get("../x")).hasMessageContaining("badge_template");
    }
}
