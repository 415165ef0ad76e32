package dev.canvelete.server;

import dev.canvelete.server.account.Accounts;
import dev.canvelete.server.batch.BatchService;
import dev.canvelete.server.batch.Downloads;
import dev.canvelete.server.billing.Subscriptions;
import dev.canvelete.server.design.DesignService;
import dev.canvelete.server.http.IdempotencyKeys;

/** What the dialects answer from, the one as the other. */
record Services(
        Accounts accounts,
        Subscriptions subscriptions,
        BatchService batches,
        DesignService designs,
        Downloads downloads,
        IdempotencyKeys keys) {}
