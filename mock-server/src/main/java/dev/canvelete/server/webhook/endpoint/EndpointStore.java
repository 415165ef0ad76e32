package dev.canvelete.server.webhook.endpoint;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Where endpoints are kept. Implementations are thread-safe. */
public interface EndpointStore {
    /** Stores a new endpoint. */
    void insert(Endpoint endpoint);

    /** Changes an endpoint of the account while nobody else does; empty if there is none. */
    Optional<Endpoint> update(String account, String id, UnaryOperator<Endpoint> change);

    /** Removes an endpoint of the account and gives up what was not delivered to it yet; false if there is none. */
    boolean delete(String account, String id);

    /** An endpoint of the account. */
    Optional<Endpoint> find(String account, String id);

    /** All endpoints of the account, oldest first. */
    List<Endpoint> all(String account);

    /** One page of the account's endpoints, oldest first. */
    Page list(String account, int page, int limit);

    /**
     * One page.
     *
     * @param total how many endpoints all pages have
     */
    record Page(List<Endpoint> endpoints, long total) {}
}
