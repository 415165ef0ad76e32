package dev.canvelete.benchmarks;

import dev.canvelete.api.design.Design;
import dev.canvelete.api.engine.PreparedDesign;
import dev.canvelete.api.engine.RenderException;
import dev.canvelete.api.engine.RenderOptions;
import dev.canvelete.api.render.OutputFormat;
import dev.canvelete.render.LocalRenderEngine;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Each sample design, from data to the bytes of a file: alone, and as one record of a batch. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
        value = 1,
        jvmArgsAppend = {"--enable-native-access=ALL-UNNAMED", "-Djava.awt.headless=true"})
public class FullRenderBenchmark {
    @Param
    public SampleRecord sample = SampleRecord.CERTIFICATE;

    @Param({"PNG", "PDF"})
    public OutputFormat format = OutputFormat.PNG;

    private final LocalRenderEngine engine = new LocalRenderEngine();
    private Design design = SampleRecord.CERTIFICATE.design();
    private RenderOptions options = RenderOptions.of(OutputFormat.PNG);
    private PreparedDesign prepared = record -> {
        throw new IllegalStateException("set up before the first measurement");
    };
    private int number;

    /** Compiles the design. */
    @Setup(Level.Trial)
    public void prepare() throws RenderException {
        design = sample.design();
        options = RenderOptions.of(format);
        prepared = engine.prepare(design, options);
    }

    /** Closes the engine. */
    @TearDown(Level.Trial)
    public void close() {
        engine.close();
    }

    /** A render that is no batch: nothing is kept from one to the next but fonts and glyphs. */
    @Benchmark
    public byte[] alone() throws RenderException {
        return engine.render(design, options, sample.record(number++)).bytes();
    }

    /** A record of a batch. */
    @Benchmark
    public byte[] inBatch() throws RenderException {
        return prepared.render(sample.record(number++)).bytes();
    }
}
