package dev.canvelete.server;

import dev.canvelete.api.engine.RenderEngine;
import dev.canvelete.server.account.Accounts;
import dev.canvelete.server.admin.Control;
import dev.canvelete.server.admin.Deliveries;
import dev.canvelete.server.admin.Worlds;
import dev.canvelete.server.artifact.DownloadUrls;
import dev.canvelete.server.batch.BatchService;
import dev.canvelete.server.batch.BatchStore;
import dev.canvelete.server.batch.Completion;
import dev.canvelete.server.batch.LongPolls;
import dev.canvelete.server.batch.RenderInterceptor;
import dev.canvelete.server.batch.RenderTask;
import dev.canvelete.server.batch.RenderWorkers;
import dev.canvelete.server.billing.Subscriptions;
import dev.canvelete.server.clock.ControllableClock;
import dev.canvelete.server.clock.WorldClocks;
import dev.canvelete.server.db.Database;
import dev.canvelete.server.design.DesignService;
import dev.canvelete.server.design.DesignStore;
import dev.canvelete.server.engine.Engines;
import dev.canvelete.server.engine.PreparedDesigns;
import dev.canvelete.server.event.Events;
import dev.canvelete.server.http.AnswerHeaders;
import dev.canvelete.server.http.ApiKeyFilter;
import dev.canvelete.server.http.BodyLimit;
import dev.canvelete.server.http.ErrorMapper;
import dev.canvelete.server.http.IdempotencyKeys;
import dev.canvelete.server.http.MediaTypes;
import dev.canvelete.server.http.UsageFilter;
import dev.canvelete.server.idempotency.Idempotency;
import dev.canvelete.server.limits.RateLimits;
import dev.canvelete.server.metrics.ServiceMetrics;
import dev.canvelete.server.signal.Signals;
import dev.canvelete.server.usage.ApiCalls;
import dev.canvelete.server.webhook.Delivery;
import dev.canvelete.server.webhook.DeliveryInterceptor;
import dev.canvelete.server.webhook.Outbox;
import dev.canvelete.server.webhook.RetrySchedule;
import dev.canvelete.server.webhook.WebhookDispatcher;
import dev.canvelete.server.webhook.WebhookSender;
import dev.canvelete.server.webhook.endpoint.EndpointService;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eclipse.jetty.server.Handler;

/** Everything behind HTTP, put together. Making one reaches no network, except for a bucket, and waits for no database. */
final class Service {
    private final ServerOptions options;
    private final Controls controls;
    private final Database database;
    private final Accounts accounts;
    private final FirstContents contents;
    private final Control control;
    private final Signals signals = Signals.create();
    private final BatchStore batchStore;
    private final FinishedFiles files;
    private final RenderWorkers workers;
    private final WebhookDispatcher dispatcher;
    private final Outbox outbox;
    private final Dashboard dashboard;
    private final Observability observability;
    private final Supplier<List<Object>> filters;
    private final DocumentedDialect documented;
    private final Supplier<List<Object>> sdk;

    /** @param closing takes what must be closed after the service, or instead of it if it cannot be made */
    Service(ServerOptions options, DownloadUrls urls, Closing closing) {
        this.options = options;
        this.controls = new Controls(options);
        WorldClocks clocks = controls.clocks();
        ControllableClock clock = clocks.server();
        RenderEngine bare = closing.add(Engines.create(options.engine(), options.engineSettings()));
        DataFolder folder = closing.add(
                DataFolder.open(options.dataFolder(), options.database().isPresent()));
        this.database =
                closing.add(new Database(options.database().orElseGet(() -> folder.database(options.ids())), signals));
        this.files = closing.add(FinishedFiles.in(folder, database.renderFiles(), options, clock));
        this.observability = new Observability(database, files.store(), clock);
        ServiceMetrics metrics = observability.metrics();
        Assets assets = new Assets(database, urls, options.ids(), clocks);
        RenderEngine engine = assets.handedTo(bare);
        this.outbox = database.outbox();
        this.accounts = new Accounts(database.accounts(), options.ids(), clocks);
        DesignStore designStore = database.designs();
        Events events = new Events(database.endpoints(), outbox, options.ids(), clocks);
        DesignService designs = new DesignService(designStore, events, database.transactions(), options.ids(), clocks);
        this.contents = new FirstContents(database, accounts, designs, options.designFolders());
        this.batchStore = database.batches(urls);
        clocks.onMove(signals.work()::call);
        clocks.onMove(signals.deliveries()::call);
        clocks.onMove(signals.changes()::call);
        RenderInterceptor renderFaults = controls.renderFaults();
        Completion completion =
                new Completion(batchStore, events, database.transactions(), clocks, metrics::rendersCancelled);
        PreparedDesigns prepared = new PreparedDesigns(designStore, engine);
        RenderTask task = new RenderTask(prepared, files.store(), files.files(), clocks, renderFaults);
        this.workers = closing.add(workers(task, completion));
        this.dispatcher = closing.add(dispatcher(clocks, metrics.counting(controls.webhookFaults())));
        RateLimits limits = new RateLimits(clocks, database.buckets(), metrics::requestRefused);
        clocks.onSetBack(limits::forget);
        LongPolls polls = new LongPolls(signals.endings(), clocks, Thread::startVirtualThread);
        BatchService batches =
                new BatchService(batchStore, limits, completion, polls, options.ids(), clocks, renderFaults);
        Subscriptions subscriptions = new Subscriptions(
                accounts, database.accounts(), database.billing(), events, database.transactions(), clocks);
        ApiCalls calls = closing.add(new ApiCalls(database.usage(), clocks));
        this.control = controls.control(
                new Worlds(accounts, subscriptions, designs, contents::add),
                batches,
                new Deliveries(database.deliveries(), signals.deliveries(), clocks),
                List.of(
                        dispatcher::revoke,
                        database.traces(),
                        dispatcher::revoke, // what was taken while the traces went
                        limits::forget,
                        calls::forget,
                        accounts::forget,
                        world -> {
                            if (world == null) {
                                prepared.forget();
                                contents.restore();
                            }
                        }));
        EndpointService endpoints =
                new EndpointService(database.endpoints(), outbox, options.ids(), clocks, options.random());
        this.dashboard = new Dashboard(database, urls, engine, limits, clocks, files.downloads(), signals.changes());
        controls.onRequest(signals.changes()::call);
        IdempotencyKeys keys =
                new IdempotencyKeys(new Idempotency(database.idempotency(), database.transactions(), clocks));
        Services services = new Services(accounts, subscriptions, batches, designs, files.downloads(), keys);
        this.filters = () -> filters(limits, calls);
        this.documented = new DocumentedDialect(database, services, endpoints, clocks);
        this.sdk = () -> Stream.of(
                        new SdkDialect(database, urls, services, options.ids(), clocks).components(calls),
                        assets.components(keys, () -> Engines.fonts(options.engine(), options.engineSettings())))
                .flatMap(List::stream)
                .toList();
    }

    /** Fresh ones for each application, which injects what is its own. */
    private List<Object> filters(RateLimits limits, ApiCalls calls) {
        return List.of(
                new UsageFilter(calls),
                new ApiKeyFilter(accounts, limits, options.ids()),
                new BodyLimit(),
                new MediaTypes(),
                new AnswerHeaders(limits),
                ErrorMapper.class);
    }

    private RenderWorkers workers(RenderTask task, Completion completion) {
        return new RenderWorkers(
                batchStore,
                task,
                completion,
                signals.work(),
                new RenderWorkers.Settings(options.workers(), options.lease(), options.renderTimeLimit()),
                controls.clocks(),
                observability.metrics()::renderEnded);
    }

    private WebhookDispatcher dispatcher(WorldClocks clocks, DeliveryInterceptor faults) {
        return new WebhookDispatcher(
                outbox,
                new WebhookSender(
                        new Delivery.Signing(options.webhookSignature(), List.of(options.webhookSecret())),
                        options.webhookTimeout(),
                        options.webhookDestinations(),
                        clocks),
                faults,
                new RetrySchedule(options.webhookRetries()),
                clocks,
                options.random(),
                signals.deliveries());
    }

    /**
     * What answers requests, what is asked for most first; the components of each are to be asked for once.
     *
     * @param http the server that they are answered on
     */
    List<WebServer.Resources> resources(WebServer http) {
        return List.of(
                resources(List.of("/v1/render/*", "/renders/*"), documented::renders),
                resources(List.of("/v1/*", "/openapi/*"), documented::others),
                resources(List.of("/*"), () -> others(http)));
    }

    private WebServer.Resources resources(List<String> paths, Supplier<List<Object>> components) {
        return new WebServer.Resources(paths, () -> {
            contents.complete();
            return Stream.of(filters.get(), components.get())
                    .flatMap(List::stream)
                    .toList();
        });
    }

    private List<Object> others(WebServer http) {
        return Stream.of(sdk.get(), dashboard.components(), observability.components(http), Controls.resources(control))
                .flatMap(List::stream)
                .toList();
    }

    /** What requests pass before {@link #resources}, the outermost first. */
    List<Handler.Wrapper> handlers() {
        return controls.handlers(accounts, files.files());
    }

    /** What a test may do. */
    Control control() {
        return control;
    }

    /**
     * Waits for the database and stores the accounts; to be called once, before {@link #start}.
     *
     * @throws IllegalStateException if the database cannot be used
     * @throws dev.canvelete.api.design.DesignException if a design in one of the folders is malformed
     */
    void prepare() {
        database.open();
        contents.begin();
    }

    /** Takes up what an earlier process left, and begins to work. */
    void start() {
        if (options.dataFolder().isPresent() && options.database().isEmpty()) {
            // What is in the folder is this process's alone, so that whoever had a lease is dead.
            batchStore.releaseAll();
            outbox.releaseAll();
        }
        Thread.ofPlatform().daemon().name("designs").start(contents::complete);
        workers.start();
        dispatcher.start();
        files.sweeper().start();
    }

    /** Answers whoever waits for a batch, with the batch as it stands, and lets go of open pages. */
    void releaseWaiting() {
        dashboard.close();
        signals.endings().close();
    }
}
