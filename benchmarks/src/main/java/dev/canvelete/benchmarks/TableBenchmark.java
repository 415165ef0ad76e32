package dev.canvelete.benchmarks;

import dev.canvelete.benchmarks.work.Job;
import dev.canvelete.benchmarks.work.Renderer;
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

/** Each line of the table: a record of a batch beside the plain way of Java2D and ImageIO, or of PDFBox. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
        value = 1,
        jvmArgsAppend = {"--enable-native-access=ALL-UNNAMED", "-Djava.awt.headless=true"})
public class TableBenchmark {
    @Param
    public Job job = Job.CERTIFICATE_PNG;

    private final LocalRenderEngine engine = new LocalRenderEngine();
    private Renderer batch = data -> new byte[0];
    private Renderer plain = data -> new byte[0];
    private int number;

    /** Compiles the design. */
    @Setup(Level.Trial)
    public void prepare() throws Exception {
        batch = ShortForm.engine(engine, job);
        plain = ShortForm.plain(job);
    }

    /** Closes the engine. */
    @TearDown(Level.Trial)
    public void close() {
        engine.close();
    }

    /** A record of a batch. */
    @Benchmark
    public byte[] inBatch() throws Exception {
        return batch.render(job.data(number++));
    }

    /** The same drawn whole, the usual way. */
    @Benchmark
    public byte[] plainly() throws Exception {
        return plain.render(job.data(number++));
    }
}
