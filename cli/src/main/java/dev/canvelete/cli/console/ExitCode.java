package dev.canvelete.cli.console;

/** What the process's exit code says. A server ended by SIGTERM or Ctrl-C ends with 143 or 130, as the JVM has it. */
public final class ExitCode {
    /** All of it was done. */
    public static final int DONE = 0;

    /** It was tried and failed; the message says why. */
    public static final int FAILED = 1;

    /** The command line is wrong; nothing was tried. */
    public static final int USAGE = 2;

    /** It was told to end by Ctrl-C and did so in good order. */
    public static final int INTERRUPTED = 130;

    private ExitCode() {}
}
