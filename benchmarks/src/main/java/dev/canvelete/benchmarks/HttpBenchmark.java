package dev.canvelete.benchmarks;

import dev.canvelete.benchmarks.http.HttpBatch;
import dev.canvelete.benchmarks.work.Job;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A batch through client, server, workers and webhook; the server's start and one batch to warm up are in it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 1)
@Measurement(iterations = 3)
@Fork(
        value = 1,
        jvmArgsAppend = {"--enable-native-access=ALL-UNNAMED", "-Djava.awt.headless=true"})
public class HttpBenchmark {
    @Param({"100", "1000"})
    public int records = 100;

    /** Badges as PNG. */
    @Benchmark
    public HttpBatch badges() {
        return HttpBatch.run(Job.BADGE_PNG, records);
    }
}
