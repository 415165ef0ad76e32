package dev.canvelete.server.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.BasicConfigurator;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.ContextInitializer;
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
