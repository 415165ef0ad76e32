package dev.canvelete.benchmarks.report;

import dev.canvelete.benchmarks.measure.Comparison;
import dev.canvelete.benchmarks.work.Job;

/**
 * One line of the table. Rates are files in a second of one processor.
 *
 * @param job as {@link Job} names it
 * @param ratio how many times as fast the engine is
 * @param allocated bytes of memory that the engine takes for a file
 */
public record Line(
        String job,
        String title,
        double perSecond,
        double plainPerSecond,
        double ratio,
        long bytes,
        long plainBytes,
        long allocated) {
    public static Line of(Job job, Comparison measured) {
        return new Line(
                job.name(),
                job.title(),
                measured.engine().perSecond(),
                measured.plain().perSecond(),
                measured.ratio(),
                measured.engine().bytes(),
                measured.plain().bytes(),
                measured.engine().allocated());
    }
}
