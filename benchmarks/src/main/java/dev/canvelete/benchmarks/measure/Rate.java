package dev.canvelete.benchmarks.measure;

/**
 * How fast one way is.
 *
 * @param perSecond files in a second of one processor
 * @param bytes of a file, on average
 * @param allocated bytes of memory for a file, on average
 */
public record Rate(double perSecond, long bytes, long allocated) {}
