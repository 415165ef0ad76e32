package dev.canvelete.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.canvelete.api.render.RenderRequest;
import dev.canvelete.api.render.RenderResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsTest {
    private final FakeService service = new FakeService(3);
    private final CanveleteClient client = CanveleteClient.builder()
            .apiKey("k")
            .baseUrl("http://service.example")
            .transport(service)
            .environment(new FakeTime().environment())
            .build();

    @TempDir
    Path folder = Path.of("");

    @AfterEach
    void close() {
        client.close();
    }

    private static List<RenderRequest> renders(int count) {
        return IntStream.range(0, count)
                .mapToObj(n -> RenderRequest.of("t").data("n", n).data("who", n % 2 == 0 ? "even" : "odd"))
                .toList();
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(p -> folder.relativize(p).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void rendersWhatFailedOnceMoreInItsPlace() {
        service.failOnce(1);
        service.failOnce(3);
        BatchResults first = client.render().batch(renders(5));

        BatchResults second = first.retryFailed();

        assertThat(first.failed()).hasSize(2);
        assertThat(second.throwIfAnyFailed())
                .extracting(RenderResult::renderId)
                .containsExactly("render_0", "render_1", "render_2", "render_3", "render_4");
        assertThat(service.rendered()).containsExactly(0, 1, 2, 3, 4, 1, 3);
        assertThat(second.retryFailed()).isSameAs(second);
    }

    @Test
    void savesEveryFileUnderANameOfItsData() throws Exception {
        service.failOnce(1);
        BatchResults results = client.render().batch(renders(4));

        BatchManifest manifest = results.downloadAll(folder, "{{who}}/a {{n}}");

        assertThat(files()).containsExactly("even/a 0.png", "even/a 2.png", "odd/a 3.png");
        assertThat(folder.resolve("odd/a 3.png")).hasContent("file of /renders/3.png");
        assertThat(manifest.entries())
                .extracting(BatchManifest.Entry::file)
                .containsExactly("even/a 0.png", null, "even/a 2.png", "odd/a 3.png");
    }

    @Test
    void keepsFilesThatAreThereWhole() throws Exception {
        BatchResults results = client.render().batch(renders(4));
        results.downloadAll(folder, "{{row}}");
        Files.delete(folder.resolve("000002.png"));
        Files.writeString(folder.resolve("000003.png"), "cut");
        int before = service.downloads();

        results.downloadAll(folder, "{{row}}");

        assertThat(service.downloads() - before).isEqualTo(2);
        assertThat(folder.resolve("000003.png")).hasContent("file of /renders/2.png");
    }

    @Test
    void refusesNamesThatLeaveTheFolder() {
        BatchResults results = client.render().batch(renders(1));

        assertThatThrownBy(() -> results.downloadAll(folder, "../{{n}}")).hasMessageContaining("below the folder");
        assertThatThrownBy(() -> results.downloadAll(folder, "{{nobody}}")).hasMessageContaining("{{nobody}}");
    }

    @Test
    void goesOnFromAManifest() {
        service.failOnce(2);
        Path file = folder.resolve("manifest.json");
        client.render().batch(renders(4)).downloadAll(folder, "{{n}}").writeJson(file);
        List<RenderRequest> changed = new java.util.ArrayList<>(renders(6));
        changed.set(0, changed.get(0).data("who", "somebody else"));

        BatchResults results = client.render().resume(changed, BatchManifest.read(file), BatchOptions.standard());

        assertThat(results.throwIfAnyFailed()).hasSize(6);
        assertThat(service.rendered()).containsExactly(0, 1, 2, 3, 0, 2, 4, 5);
    }

    @Test
    void writesATableForPeople() {
        service.failOnce(1);
        Path file = folder.resolve("manifest.csv");

        client.render().batch(renders(2)).manifest().writeCsv(file);

        assertThat(file)
                .hasContent("index,renderId,file,status,bytes,downloadUrl,error\n"
                        + "0,render_0,,completed,22,/renders/0.png,\n"
                        + "1,render_1,,failed,,,\"RENDER_FAILED: on purpose, once\"\n");
    }

    @Test
    void saysWhatIsNoManifest() throws Exception {
        Path file = Files.writeString(folder.resolve("m.json"), "[]");

        assertThatThrownBy(() -> BatchManifest.read(file))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("is no manifest");
    }
}
