package dev.canvelete.server.logging;

import ch.qos.logback.classic.BasicConfigurator;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.util.DefaultJoranConfigurator;
import java.util.List;

/**
 * Lets an embedded server say only what is wrong, where Logback finds no configuration and would write every line of
 * every library. Any configuration of the application's own, such as a {@code logback-test.xml}, stands instead.
 */
public final class QuietLogging extends BasicConfigurator {
    private static final List<String> ABOUT_THE_SERVER = List.of(
            "dev.canvelete",
            "io.dropwizard",
            "org.apache",
            "org.eclipse.jetty",
            "org.flywaydb",
            "org.glassfish",
            "org.hibernate.validator",
            "org.jboss.logging");

    private final Configurator own;

    /** Made by Logback. */
    public QuietLogging() {
        this(new DefaultJoranConfigurator());
    }

    /** @param own finds the application's configuration */
    QuietLogging(Configurator own) {
        this.own = own;
    }

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        // Logback asks those that are found as services first, whatever their rank.
        own.setContext(context);
        if (own.configure(context) == ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY) {
            return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
        }
        super.configure(context);
        context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.INFO);
        ABOUT_THE_SERVER.forEach(name -> context.getLogger(name).setLevel(Level.WARN));
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }
}
