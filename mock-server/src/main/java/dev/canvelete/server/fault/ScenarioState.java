package dev.canvelete.server.fault;

/**
 * A scenario and how far it has come.
 *
 * @param step which of its steps is next, counted from 0
 * @param strikes how often its faults struck so far, letting something pass included
 * @param over whether all of its steps are over
 */
public record ScenarioState(String id, Scenario scenario, int step, long strikes, boolean over) {}
