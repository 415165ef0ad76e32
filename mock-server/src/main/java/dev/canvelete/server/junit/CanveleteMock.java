package dev.canvelete.server.junit;

import dev.canvelete.api.plan.Plan;
import dev.canvelete.server.ServerOptions;
import dev.canvelete.server.clock.ControllableClock;
import dev.canvelete.server.testing.MockWorld;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives each test method a fresh {@link MockWorld} on a server that is started once in a JVM, also when methods run at
 * the same time. A test method may take it as a parameter; a class with several extensions asks each for its
 * {@link #world}. Each world has a clock of its own, too, so that a test that moves it disturbs no other. What came in is
 * held against what was wanted by {@link dev.canvelete.server.assertion.CanveleteAssertions#assertThat(MockWorld)
 * CanveleteAssertions}, whose static import goes beside AssertJ's own.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final CanveleteMock mock = CanveleteMock.builder().plan(Plan.FREE).build();
 *
 * @Test
 * void test() {
 *     new Application(mock.world().baseUri(), mock.world().apiKey()).run();
 *     assertThat(mock.world()).receivedBatch().withRenders(3);
 * }
 * }</pre>
 */
public final class CanveleteMock implements BeforeEachCallback, AfterEachCallback, ParameterResolver {
    private static final List<Duration> QUICK_RETRIES =
            List.of(Duration.ofMillis(10), Duration.ofMillis(50), Duration.ofMillis(250));

    private final Servers.Lease server;
    private final Plan plan;

    /** Of the thread that runs a test, and of those that it starts. The innermost test's is on top. */
    @SuppressWarnings("ThreadLocalUsage") // One for each extension, of which there are few.
    private final InheritableThreadLocal<Deque<MockWorld>> worlds = new InheritableThreadLocal<>();

    private CanveleteMock(Servers.Lease server, Plan plan) {
        this.server = server;
        this.plan = plan;
    }

    /** Everything as usual: the placeholder engine, the Enterprise plan, webhooks that are tried again at once. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The world of the test that runs on this thread.
     *
     * @throws IllegalStateException if none does
     */
    public MockWorld world() {
        Deque<MockWorld> mine = worlds.get();
        if (mine == null || mine.isEmpty()) {
            throw new IllegalStateException("no test runs on this thread: a world is there from @BeforeEach on");
        }
        return mine.getFirst();
    }

    /**
     * The clock of the test's world.
     *
     * @throws IllegalStateException if no test runs on this thread
     */
    public ControllableClock clock() {
        return world().clock();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        Deque<MockWorld> outer = worlds.get();
        Deque<MockWorld> mine = outer == null ? new ArrayDeque<>() : new ArrayDeque<>(outer);
        mine.addFirst(MockWorld.open(server.get(), plan));
        worlds.set(mine);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Deque<MockWorld> mine = worlds.get();
        mine.removeFirst().close();
        if (!server.shared()) {
            server.get().control().clock().reset();
        }
        if (mine.isEmpty()) {
            worlds.remove();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == MockWorld.class;
    }

    @Override
    public MockWorld resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return world();
    }

    /** How the server is to be. */
    public static final class Builder {
        private ServerOptions options =
                ServerOptions.standard().withEngine("placeholder").withWebhookRetries(QUICK_RETRIES);
        private Plan plan = Plan.ENTERPRISE;
        private boolean own;
        private boolean changed;

        private Builder() {}

        /** The plan of each test's world. */
        public Builder plan(Plan wanted) {
            plan = wanted;
            return this;
        }

        /** A server for this extension alone, so that tests can move the clock of the whole server. */
        public Builder ownServer() {
            own = true;
            return this;
        }

        /** Other options, such as the {@code local} engine that really draws; the server is then for this alone. */
        public Builder options(UnaryOperator<ServerOptions> change) {
            options = change.apply(options);
            changed = true;
            return this;
        }

        /**
         * The extension. The server begins to start now, while JUnit still prepares the first test, which waits for it and
         * fails if it cannot be started.
         */
        public CanveleteMock build() {
            return new CanveleteMock(own || changed ? Servers.own(options) : Servers.shared(options), plan);
        }
    }
}
