package dev.canvelete.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.canvelete.cli.console.Console;
import dev.canvelete.cli.console.Interrupts;
import dev.canvelete.cli.console.Lifetime;
import dev.canvelete.cli.console.Paint;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;

/** What a command line did, run in this process. */
record Run(int code, String out, String err) {
    private static final Interrupts NEVER = Interrupts.ofTheProcess();

    static Run of(String... args) {
        return of("", Lifetime.ofTheProcess(), NEVER, args);
    }

    static Run of(Lifetime lifetime, String... args) {
        return of("", lifetime, NEVER, args);
    }

    static Run withInput(String input, String... args) {
        return of(input, Lifetime.ofTheProcess(), NEVER, args);
    }

    static Run interrupted(Interrupts interrupts, String... args) {
        return of("", Lifetime.ofTheProcess(), interrupts, args);
    }

    private static Run of(String input, Lifetime lifetime, Interrupts interrupts, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = Console.of(new ByteArrayInputStream(input.getBytes(UTF_8)), out, err, Paint.PLAIN);
        int code = new CommandLineApp(console, lifetime, interrupts).run(args);
        return new Run(code, out.toString(UTF_8), err.toString(UTF_8));
    }
}
