package dev.canvelete.server;

import dev.canvelete.server.account.Accounts;
import dev.canvelete.server.admin.AdminGuard;
import dev.canvelete.server.admin.ClockResource;
import dev.canvelete.server.admin.Control;
import dev.canvelete.server.admin.ControlResource;
import dev.canvelete.server.admin.Deliveries;
import dev.canvelete.server.admin.FaultResource;
import dev.canvelete.server.admin.JournalResource;
import dev.canvelete.server.admin.Resettable;
import dev.canvelete.server.admin.WorldResource;
import dev.canvelete.server.admin.Worlds;
import dev.canvelete.server.batch.BatchService;
import dev.canvelete.server.batch.RenderFiles;
import dev.canvelete.server.batch.RenderInterceptor;
import dev.canvelete.server.clock.ControllableClock;
import dev.canvelete.server.clock.WorldClocks;
import dev.canvelete.server.fault.Faults;
import dev.canvelete.server.fault.HttpFaults;
import dev.canvelete.server.fault.Latencies;
import dev.canvelete.server.fault.RenderFaults;
import dev.canvelete.server.fault.WebhookFaults;
import dev.canvelete.server.http.LogContext;
import dev.canvelete.server.http.PlainPaths;
import dev.canvelete.server.journal.Journal;
import dev.canvelete.server.traffic.TrafficHandler;
import dev.canvelete.server.webhook.DeliveryInterceptor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;

/** What lets a test control the service, put together: the clock, the faults, the journal. */
final class Controls {
    private static final String BEARER = "Bearer ";
    private static final Pattern DOWNLOAD = Pattern.compile("/renders/(?<render>[^/.]{1,64})\\.[^/]*");

    private final ServerOptions options;
    private final WorldClocks clocks;
    private final Faults faults;
    private final Latencies latencies;
    private final Journal journal = new Journal();

    Controls(ServerOptions options) {
        this.options = options;
        this.clocks = new WorldClocks(new ControllableClock(options.clock()));
        this.faults = new Faults(options.ids(), clocks);
        this.latencies = new Latencies(clocks);
    }

    WorldClocks clocks() {
        return clocks;
    }

    /** Has that called after every request to the API. */
    void onRequest(Runnable watcher) {
        journal.onEntry(entry -> watcher.run());
    }

    /** @param traces what a reset forgets, beside what is here */
    Control control(Worlds worlds, BatchService batches, Deliveries deliveries, List<Resettable> traces) {
        List<Resettable> all = new ArrayList<>(traces);
        all.add(latencies::cancel); // Only now: whoever is woken finds that there is nothing left to do.
        return new Control(clocks, faults, journal, worlds, batches, deliveries, all);
    }

    /** What answers under {@code /__admin}. */
    static List<Object> resources(Control control) {
        return List.of(
                new ControlResource(control),
                new ClockResource(control),
                new FaultResource(control.faults(), control.worlds()),
                new JournalResource(control.journal(), control.worlds()),
                new WorldResource(control));
    }

    RenderInterceptor renderFaults() {
        return new RenderFaults(faults, latencies);
    }

    DeliveryInterceptor webhookFaults() {
        return new WebhookFaults(faults, latencies, clocks);
    }

    /** What requests pass before the application, the outermost first. */
    List<Handler.Wrapper> handlers(Accounts accounts, RenderFiles files) {
        return List.of(
                new LogContext(),
                new PlainPaths(),
                new AdminGuard(options.adminHosts()),
                new TrafficHandler(
                        new HttpFaults(faults, latencies), journal, clocks, request -> downloaded(request, files)
                                .or(() -> holder(request, accounts))));
    }

    /** Whose file a request is for, which needs no key. */
    private static Optional<String> downloaded(Request request, RenderFiles files) {
        Matcher file = DOWNLOAD.matcher(Request.getPathInContext(request));
        return file.matches() ? files.account(file.group("render")) : Optional.empty();
    }

    private static Optional<String> holder(Request request, Accounts accounts) {
        return Optional.ofNullable(request.getHeaders().get(HttpHeader.AUTHORIZATION))
                .filter(header -> header.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .flatMap(header ->
                        accounts.holder(header.substring(BEARER.length()).strip()))
                .map(holder -> holder.account().id());
    }
}
