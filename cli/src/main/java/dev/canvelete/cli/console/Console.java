package dev.canvelete.cli.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;

/**
 * Where a command reads and writes. Text is UTF-8.
 *
 * @param in the standard input
 * @param out results and accounts
 * @param err warnings and errors
 * @param paint how text is coloured, if at all
 * @param terminal whether somebody watches {@code err}, so that a line may be overwritten
 */
public record Console(InputStream in, PrintStream out, PrintStream err, Paint paint, boolean terminal) {
    /** The process's own. */
    public static Console system(Paint paint, boolean terminal) {
        Console console = of(
                new FileInputStream(FileDescriptor.in),
                new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err),
                paint);
        return new Console(console.in(), console.out(), console.err(), paint, terminal);
    }

    /** A console on any streams but a terminal's. */
    public static Console of(InputStream in, OutputStream out, OutputStream err, Paint paint) {
        return new Console(in, new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), paint, false);
    }

    /** One line of the account. */
    public void say(String line) {
        out.println(line);
    }

    /** One line that people should see although the work went on. */
    public void warn(String line) {
        err.println(paint.warning("warning: ") + line);
    }

    /** All of the standard input. */
    public byte[] readAll() throws IOException {
        return in.readAllBytes();
    }
}
