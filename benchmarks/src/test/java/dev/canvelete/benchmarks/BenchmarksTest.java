package dev.canvelete.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.canvelete.api.render.OutputFormat;
import dev.canvelete.benchmarks.http.HttpBatch;
import dev.canvelete.benchmarks.queue.ServiceCost;
import dev.canvelete.benchmarks.report.Changes;
import dev.canvelete.benchmarks.report.Line;
import dev.canvelete.benchmarks.report.Page;
import dev.canvelete.benchmarks.report.Report;
import dev.canvelete.benchmarks.report.Table;
import dev.canvelete.benchmarks.start.Starts;
import dev.canvelete.benchmarks.work.Job;
import dev.canvelete.render.LocalRenderEngine;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is measured is what it says, and the reports say what was measured. */
class BenchmarksTest {
    /** How far, of 255, two ways of drawing may be apart on average: edges and shadows differ, nothing else does. */
    private static final double LIKE = 12;

    private static Line line(double ratio, long bytes) {
        return new Line("BADGE_PNG", "badge <PNG>", 1000, 1000 / ratio, ratio, bytes, 60_000, 70_000);
    }

    private static Report report(Line line) {
        return new Report("25", 2, List.of(line), new HttpBatch(300, 150));
    }

    @ParameterizedTest
    @EnumSource
    void bothWaysMakeTheSameFile(Job job) throws Exception {
        try (LocalRenderEngine engine = new LocalRenderEngine()) {
            byte[] ours = ShortForm.engine(engine, job).render(job.data(3));
            byte[] plain = ShortForm.plain(job).render(job.data(3));
            if (job.format() == OutputFormat.PDF) {
                assertThat(ours).startsWith("%PDF-".getBytes(StandardCharsets.US_ASCII));
                assertThat(plain).startsWith("%PDF-".getBytes(StandardCharsets.US_ASCII));
            } else {
                assertThat(difference(ours, plain)).isLessThan(LIKE);
            }
        }
    }

    private static double difference(byte[] one, byte[] other) throws IOException {
        BufferedImage a = ImageIO.read(new ByteArrayInputStream(one));
        BufferedImage b = ImageIO.read(new ByteArrayInputStream(other));
        long sum = 0;
        for (int y = 0; y < a.getHeight(); y++) {
            for (int x = 0; x < a.getWidth(); x++) {
                int p = a.getRGB(x, y);
                int q = b.getRGB(x, y);
                for (int shift = 0; shift < 24; shift += 8) {
                    sum += Math.abs((p >> shift & 0xFF) - (q >> shift & 0xFF));
                }
            }
        }
        return sum / (3.0 * a.getWidth() * a.getHeight());
    }

    @Test
    void theShortFormMeasuresEachJobAndTellsOfIt() throws Exception {
        List<Line> told = new ArrayList<>();

        Report report = new ShortForm(Duration.ofNanos(1), Duration.ofNanos(1), 3)
                .run(List.of(Job.CERTIFICATE_PDF, Job.BADGE_PNG), told::add);

        assertThat(report.lines())
                .isEqualTo(told)
                .extracting(Line::job)
                .containsExactly("CERTIFICATE_PDF", "BADGE_PNG");
        assertThat(report.lines()).allSatisfy(line -> {
            assertThat(line.ratio()).isPositive();
            assertThat(line.bytes()).isBetween(1_000L, 100_000L);
            assertThat(line.allocated()).isPositive();
        });
        assertThat(report.http().records()).isEqualTo(3);
    }

    @Test
    void theServiceIsMeasuredInAProcessOfItsOwn() throws Exception {
        ServiceCost cost = ServiceCost.measure(1, 0, "local", Job.BADGE_PNG, Optional.empty());

        assertThat(cost.turns()).hasSize(1);
        assertThat(cost.median().engine()).isPositive();
        assertThat(cost.median().service()).isPositive();
    }

    @Test
    void aDisturbedTurnMovesNeitherTheCostNorTheShare() {
        ServiceCost cost = new ServiceCost(
                0,
                List.of(
                        new ServiceCost.Turn(50, 1),
                        new ServiceCost.Turn(2, 1.5),
                        new ServiceCost.Turn(2, 1),
                        new ServiceCost.Turn(2.5, 1),
                        new ServiceCost.Turn(1.5, 1.3125)));

        assertThat(cost.median()).isEqualTo(new ServiceCost.Turn(2, 1));
        assertThat(cost.share(0.25)).isEqualTo(0.4);
        assertThat(cost.share(0.5)).isEqualTo(0.5);
        assertThat(cost.share(1)).isEqualTo(0.875);
    }

    @Test
    void theServiceIsNotMeasuredAfterFewerRendersThanNone() {
        assertThatThrownBy(() -> ServiceCost.measure(1, -1, "placeholder", Job.BADGE_PNG, Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("warm-up: at least 0 is right, not -1");
    }

    @Test
    void tellsWhatGotSlowerOrLarger() {
        assertThat(Changes.worse(report(line(30, 30_000)), report(line(29, 30_100))))
                .isEmpty();
        assertThat(Changes.worse(report(line(30, 30_000)), report(line(20, 40_000))))
                .containsExactly(
                        "badge <PNG> is slower: 20.0 times the plain way, it was 30.0 times",
                        "badge <PNG> is larger: 40,000 bytes, it was 30,000");
    }

    @Test
    void keepsAReportForLater(@TempDir Path folder) throws Exception {
        Report report = report(line(30, 30_000));
        report.write(folder.resolve("bench.json"));

        assertThat(Report.read(folder.resolve("bench.json"))).isEqualTo(report);
        Files.writeString(folder.resolve("other.json"), "[]");
        assertThatThrownBy(() -> Report.read(folder.resolve("other.json"))).isInstanceOf(IOException.class);
    }

    @Test
    void thePageNeedsNothingElseAndEscapes() {
        String page = Page.of(report(line(30, 30_000)), List.of("a < b"));

        assertThat(page)
                .contains("badge &lt;PNG>", "30.0x", "30,000", "a &lt; b", "color-scheme: light dark")
                .doesNotContain("http://", "https://", "src=", "<link");
        assertThat(Table.line(line(30, 30_000))).contains("badge <PNG>", "30.0x", "30,000");
    }

    @Test
    void aServerThatStartsIsMeasuredUpToItsFirstAnswer() throws Exception {
        Starts starts = Starts.measure(1, List.of("-XX:TieredStopAtLevel=1"));

        assertThat(starts.nothing().elapsed()).isPositive();
        assertThat(starts.started().processorTime()).isPositive();
        assertThat(starts.answered().elapsed()).isGreaterThan(starts.started().elapsed());
    }
}
