package dev.canvelete.benchmarks.measure;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.management.ThreadMXBean;
import dev.canvelete.benchmarks.work.Renderer;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.IntFunction;

/**
 * Measures two ways in turns, so that whatever else the machine does hits both. It counts the time that this thread had
 * a processor, which other processes disturb less than time on the wall. For one thread.
 */
public final class Meter {
    private static final int TURNS = 5;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final Duration warmUp;
    private final Duration turn;

    /**
     * @param warmUp for each way, before anything counts
     * @param turn for each way, each time
     */
    public Meter(Duration warmUp, Duration turn) {
        this.warmUp = warmUp;
        this.turn = turn;
    }

    /** Measures the engine beside the plain way over the same records. */
    public Comparison compare(Renderer engine, Renderer plain, IntFunction<ObjectNode> records) throws Exception {
        Course engineCourse = new Course(engine, records);
        Course plainCourse = new Course(plain, records);
        // What the first file makes for all others is not to take the others' time to warm up.
        engineCourse.run(Duration.ZERO);
        plainCourse.run(Duration.ZERO);
        engineCourse.run(warmUp);
        plainCourse.run(warmUp);
        Rate[] engineRates = new Rate[TURNS];
        Rate[] plainRates = new Rate[TURNS];
        double[] ratios = new double[TURNS];
        for (int i = 0; i < TURNS; i++) {
            engineRates[i] = engineCourse.run(turn);
            plainRates[i] = plainCourse.run(turn);
            ratios[i] = engineRates[i].perSecond() / plainRates[i].perSecond();
        }
        return new Comparison(median(engineRates), median(plainRates), median(ratios));
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static Rate median(Rate[] rates) {
        return new Rate(
                median(Arrays.stream(rates).mapToDouble(Rate::perSecond).toArray()),
                (long) Arrays.stream(rates).mapToLong(Rate::bytes).average().orElseThrow(),
                (long) Arrays.stream(rates).mapToLong(Rate::allocated).average().orElseThrow());
    }

    /** One way, from record to record. */
    private final class Course {
        private final Renderer way;
        private final IntFunction<ObjectNode> records;
        private int next;

        Course(Renderer way, IntFunction<ObjectNode> records) {
            this.way = way;
            this.records = records;
        }

        /** Renders for some time; what it takes to make the records' data is not counted. */
        Rate run(Duration time) throws Exception {
            long self = Thread.currentThread().threadId();
            long spent = 0;
            long allocated = 0;
            long bytes = 0;
            int files = 0;
            while (files == 0 || spent < time.toNanos()) {
                ObjectNode data = records.apply(next++);
                long memory = threads.getThreadAllocatedBytes(self);
                long start = threads.getCurrentThreadCpuTime();
                byte[] file = way.render(data);
                spent += threads.getCurrentThreadCpuTime() - start;
                allocated += threads.getThreadAllocatedBytes(self) - memory;
                bytes += file.length;
                files++;
            }
            return new Rate(files * 1e9 / spent, bytes / files, allocated / files);
        }
    }
}
