package dev.canvelete.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.canvelete.api.json.Json;
import dev.canvelete.api.plan.Plan;
import dev.canvelete.api.webhook.SignatureStyle;
import dev.canvelete.server.account.Account;
import dev.canvelete.server.account.Accounts;
import dev.canvelete.server.billing.Subscriptions;
import dev.canvelete.server.clock.ControllableClock;
import dev.canvelete.server.clock.WorldClocks;
import dev.canvelete.server.db.Database;
import dev.canvelete.server.db.DatabaseUrl;
import dev.canvelete.server.design.DesignService;
import dev.canvelete.server.event.Events;
import dev.canvelete.server.id.IdSource;
import dev.canvelete.server.signal.Signals;
import dev.canvelete.server.webhook.DeliveryLog;
import dev.canvelete.server.webhook.endpoint.EndpointService;
import dev.canvelete.server.webhook.endpoint.EndpointSettings;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A change that does not come to stay is not told either, although its events were published already. */
@ParameterizedClass
@EnumSource
class RollbackTest {
    private final IdSource ids = new SecureIds(InstantSource.system());
    private final WorldClocks clocks = new WorldClocks(new ControllableClock(new MovableClock()));
    private final Database database;
    private final Account account;
    private final DesignService designs;
    private final Subscriptions subscriptions;

    RollbackTest(TestDatabase kind) {
        database = new Database(
                kind.options().database().orElseGet(() -> DatabaseUrl.inMemory(ids.next("memory"))), Signals.create());
        database.open();
        Accounts accounts = new Accounts(database.accounts(), ids, clocks);
        account = new Account(accounts.create(Plan.TEAMS).key().account(), Plan.TEAMS);
        Events events = new Events(database.endpoints(), database.outbox(), ids, clocks);
        designs = new DesignService(database.designs(), events, database.transactions(), ids, clocks);
        subscriptions = new Subscriptions(
                accounts, database.accounts(), database.billing(), events, database.transactions(), clocks);
        new EndpointService(database.endpoints(), database.outbox(), ids, clocks, new Random(1))
                .register(
                        account.id(),
                        new EndpointSettings("http://127.0.0.1:1/", null, List.of("*"), SignatureStyle.SHA256, true),
                        null);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private long told() {
        return database.deliveries()
                .list(new DeliveryLog.Query(account.id(), null, null, null, 1, 10))
                .total();
    }

    private void change() {
        designs.create(account.id(), Json.object().put("name", "Card"));
        subscriptions.changePlan(account.id(), Plan.FREE);
    }

    @Test
    void aChangeThatFailsIsNotTold() {
        assertThatThrownBy(() -> database.transactions().in(() -> {
                    change();
                    throw new IllegalStateException("what follows fails");
                }))
                .hasMessage("what follows fails");

        assertThat(told()).isZero();
        assertThat(database.accounts().find(account.id())).contains(account);

        change();

        assertThat(told()).isEqualTo(2);
    }
}
