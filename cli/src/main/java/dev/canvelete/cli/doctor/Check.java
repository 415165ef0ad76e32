package dev.canvelete.cli.doctor;

/**
 * One thing that was looked at.
 *
 * @param message what was found and, if it is not good, what to do about it
 */
record Check(String name, boolean good, String message) {}
