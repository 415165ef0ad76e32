package dev.canvelete.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.canvelete.api.render.OutputFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is measured must be what it says, so each benchmark is run once for its result. */
class FullRenderBenchmarkTest {
    @ParameterizedTest
    @EnumSource
    void rendersEverySample(SampleRecord sample) throws Exception {
        FullRenderBenchmark benchmark = new FullRenderBenchmark();
        benchmark.sample = sample;
        benchmark.format = OutputFormat.PDF;
        benchmark.prepare();

        assertThat(benchmark.alone()).startsWith('%', 'P', 'D', 'F');
        assertThat(benchmark.inBatch()).startsWith('%', 'P', 'D', 'F');
        benchmark.close();
    }
}
