package dev.canvelete.server.logging;

import ch.qos.logback.classic.layout.TTLLLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import org.jspecify.annotations.Nullable;

/**
 * Writes to the console as Logback does by itself, and makes what it takes for that when the first line comes: where all
 * is well, none ever does, and a test need not wait for it. Thread-safe, as {@link AppenderBase} lets one thread in at a
 * time.
 */
final class LateConsole extends AppenderBase<ILoggingEvent> {
    private @Nullable ConsoleAppender<ILoggingEvent> console;

    @Override
    protected void append(ILoggingEvent line) {
        ConsoleAppender<ILoggingEvent> made = console;
        if (made == null) {
            made = make();
            console = made;
        }
        made.doAppend(line);
    }

    private ConsoleAppender<ILoggingEvent> make() {
        TTLLLayout layout = new TTLLLayout();
        layout.setContext(context);
        layout.start();
        LayoutWrappingEncoder<ILoggingEvent> encoder = new LayoutWrappingEncoder<>();
        encoder.setContext(context);
        encoder.setLayout(layout);
        ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
        appender.setContext(context);
        appender.setName(name);
        appender.setEncoder(encoder);
        appender.start();
        return appender;
    }
}
