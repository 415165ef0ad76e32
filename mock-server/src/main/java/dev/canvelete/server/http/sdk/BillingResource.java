package dev.canvelete.server.http.sdk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.canvelete.api.error.Fault;
import dev.canvelete.server.account.Account;
import dev.canvelete.server.billing.Billing;
import dev.canvelete.server.error.Refusal;
import dev.canvelete.server.http.Caller;
import dev.canvelete.server.http.Form;
import dev.canvelete.server.http.IdempotencyKeys;
import dev.canvelete.server.http.JsonBody;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** What the caller pays: below {@code /api/v1/billing}. */
@Path("/api")
@Produces(MediaType.APPLICATION_JSON)
public final class BillingResource {
    private static final int MOST_CREDITS = 1_000_000;
    private static final int MOST_SEATS = 1_000;

    private final Billing billing;
    private final IdempotencyKeys keys;

    public BillingResource(Billing billing, IdempotencyKeys keys) {
        this.billing = billing;
        this.keys = keys;
    }

    /** The subscription. */
    @GET
    @Path("v1/billing/info")
    public Data<Billing.Info> info(@Context ContainerRequestContext request) {
        return Data.of(billing.info(Caller.account(request)));
    }

    /** The invoices, newest first. */
    @GET
    @Path("v1/billing/invoices")
    public Data<List<Billing.Invoice>> invoices(@Context ContainerRequestContext request, @BeanParam PageQuery query) {
        return query.page(billing.invoices(Caller.account(request)));
    }

    /** What all invoices come to. */
    @GET
    @Path("v1/billing/summary")
    public Data<Billing.Summary> summary(@Context ContainerRequestContext request) {
        return Data.of(billing.summary(Caller.account(request)));
    }

    /** Buys credits; nothing is charged. */
    @POST
    @Path("v1/billing/credits/purchase")
    @Consumes(MediaType.APPLICATION_JSON)
    public Data<Billing.Sale> buy(@Context ContainerRequestContext request, InputStream body) {
        ObjectNode json = JsonBody.read(body);
        int credits = count(json, "creditAmount", MOST_CREDITS);
        Account account = Caller.account(request);
        return Data.of(keys.of(request, json).answer(Billing.Sale.class, () -> billing.buyCredits(account, credits)));
    }

    /** The seats. */
    @GET
    @Path("v1/billing/seats")
    public Data<Billing.Seats> seats(@Context ContainerRequestContext request) {
        return Data.of(billing.seats(Caller.account(request)));
    }

    /** Adds seats. */
    @POST
    @Path("v1/billing/seats/add")
    @Consumes(MediaType.APPLICATION_JSON)
    public Data<Billing.Seats> addSeats(@Context ContainerRequestContext request, InputStream body) {
        ObjectNode json = JsonBody.read(body);
        int seats = count(json, "count", MOST_SEATS);
        Account account = Caller.account(request);
        return Data.of(keys.of(request, json).answer(Billing.Seats.class, () -> billing.addSeats(account, seats)));
    }

    /** Takes added seats away. */
    @DELETE
    @Path("v1/billing/seats/remove")
    @Consumes(MediaType.APPLICATION_JSON)
    public Data<Billing.Seats> removeSeats(@Context ContainerRequestContext request, InputStream body) {
        return Data.of(billing.addSeats(Caller.account(request), -count(JsonBody.read(body), "count", MOST_SEATS)));
    }

    /** Where a person would manage the subscription: the server's own pages. */
    @GET
    @Path("billing/portal")
    public Portal portal(@Context UriInfo uri) {
        return new Portal(uri.getBaseUri().toString());
    }

    private static int count(ObjectNode body, String name, int most) {
        List<Fault> faults = new ArrayList<>();
        Integer count = new Form(body, "", faults).integer(name, 1, most);
        if (count == null) {
            throw Refusal.invalid(name, "a whole number from 1 to " + most + " is right");
        }
        return count;
    }

    private record Portal(String url) {}
}
