package dev.canvelete.server.logging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.BasicConfigurator;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.ContextInitializer;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class QuietLoggingTest {
    private final LoggerContext context = new LoggerContext();

    @Test
    void saysOnlyWhatIsWrongWhereNothingIsConfigured() {
        new QuietLogging(new NoConfiguration()).configure(context);

        assertThat(context.getLogger("org.eclipse.jetty.server.Server").getEffectiveLevel())
                .isEqualTo(Level.WARN);
        assertThat(context.getLogger("dev.canvelete.server.MockServer").getEffectiveLevel())
                .isEqualTo(Level.WARN);
        assertThat(context.getLogger("com.example.Application").getEffectiveLevel())
                .isEqualTo(Level.INFO);
        assertThat(context.getLogger("ROOT").iteratorForAppenders())
                .toIterable()
                .as("each line is written once")
                .hasSize(1);
    }

    @Test
    void writesEachLineToTheConsoleOnce() {
        PrintStream console = System.out;
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        System.setOut(new PrintStream(written, true, UTF_8));
        try {
            context.setMDCAdapter(new LogbackMDCAdapter());
            new QuietLogging(new NoConfiguration()).configure(context);
            Logger logger = context.getLogger("dev.canvelete.server.MockServer");
            logger.info("unheard");
            logger.warn("no room left");
            logger.warn("none at all");
        } finally {
            System.setOut(console);
        }

        assertThat(written.toString(UTF_8))
                .doesNotContain("unheard")
                .containsOnlyOnce("WARN dev.canvelete.server.MockServer -- no room left")
                .containsOnlyOnce("none at all");
    }

    @Test
    void leavesAConfigurationOfTheApplicationsOwnAlone() throws Exception {
        new ContextInitializer(context).autoConfig(QuietLoggingTest.class.getClassLoader());

        assertThat(context.getLogger("org.flywaydb").getLevel()).isNull();
    }

    /** Finds nothing. */
    private static final class NoConfiguration extends BasicConfigurator {
        @Override
        public ExecutionStatus configure(LoggerContext context) {
            return ExecutionStatus.INVOKE_NEXT_IF_ANY;
        }
    }
}
