package dev.canvelete.server.asset;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where assets are kept. Implementations are thread-safe. */
public interface AssetStore {
    /** Stores an asset of a new id with its bytes, ready for use. */
    void insert(Asset asset, byte[] content);

    /** Keeps an id for a file that is still to come. */
    void reserve(Reservation reservation);

    /** The reservation of that id, if nothing was uploaded for it yet. */
    Optional<Reservation> reservation(String id);

    /** Stores what was uploaded for a reservation; false if it was used already. */
    boolean fill(Asset asset, byte[] content);

    /** Makes an uploaded file ready under its final name; empty if the account has none of that id that waits for it. */
    Optional<Asset> complete(String account, String id, String name);

    /** Forgets the account's reservations, used or not, that were made before then and never completed. */
    void forgetUnfinished(String account, Instant before);

    /** An asset of the account that is ready. */
    Optional<Asset> find(String account, String id);

    /** One page of an account's assets that are ready, newest first; with a type, only those. */
    Page list(String account, @Nullable AssetType type, int page, int limit);

    /** How many bytes the account's assets have, finished or not. */
    long bytes(String account);

    /** The bytes of whosever asset it is, once they are there. */
    Optional<Content> content(String id);

    /** Removes an asset of the account; false if it has none of that id. */
    boolean delete(String account, String id);

    /** An id that is kept for a file. */
    record Reservation(String id, String account, String name, AssetType type, Instant madeAt) {}

    /** A file. */
    @SuppressWarnings("ArrayRecordComponent") // Passed on, never compared.
    record Content(AssetFormat format, byte[] bytes) {}

    /**
     * One page.
     *
     * @param total how many assets all pages have
     */
    record Page(List<Asset> assets, long total) {}
}
