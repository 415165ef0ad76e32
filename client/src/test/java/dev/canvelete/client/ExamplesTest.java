package dev.canvelete.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ExamplesTest {
    private static final Pattern SNIPPET = Pattern.compile("\\{@snippet file=\"Examples.java\" region=\"(\\w+)\"}");
    private static final Path SOURCES = Path.of("src/main/java");

    @Test
    void everySnippetOfTheJavadocIsARegionOfTheExamples() throws IOException {
        String examples = Files.readString(Path.of("src/test/java/dev/canvelete/client/Examples.java"));
        List<String> regions;
        try (Stream<Path> files = Files.walk(SOURCES)) {
            regions = files.filter(Files::isRegularFile)
                    .flatMap(file -> SNIPPET.matcher(read(file)).results().map(m -> m.group(1)))
                    .toList();
        }

        assertThat(regions).hasSizeGreaterThanOrEqualTo(5).allSatisfy(region -> assertThat(examples)
                .contains("// @start region=\"" + region + "\"\n"));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
