package dev.canvelete.cli;

/** What the process's exit code says. A server ended by SIGTERM or Ctrl-C ends with 143 or 130, as the JVM has it. */
final class ExitCode {
    /** All of it was done. */
    static final int DONE = 0;

    /** It was tried and failed; the message says why. */
    static final int FAILED = 1;

    /** The command line is wrong; nothing was tried. */
    static final int USAGE = 2;

    private ExitCode() {}
}
