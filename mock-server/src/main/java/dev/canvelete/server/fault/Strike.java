package dev.canvelete.server.fault;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * A fault that has struck.
 *
 * @param scenario the id of the scenario it belongs to
 * @param random what is left to chance about this strike alone, decided by the scenario's seed
 * @param left how long the scenario's step goes on; an hour if it has no end
 */
record Strike<F extends Fault>(String scenario, F fault, RandomGenerator random, Duration left) {}
