package dev.canvelete.benchmarks.measure;

/**
 * A job done in two ways, in turns.
 *
 * @param ratio how many times as fast the engine is as the plain way, the median of the turns
 */
public record Comparison(Rate engine, Rate plain, double ratio) {}
