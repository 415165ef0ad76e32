package dev.canvelete.server.asset;

import dev.canvelete.api.error.ErrorCode;
import dev.canvelete.server.account.Account;
import dev.canvelete.server.clock.WorldClocks;
import dev.canvelete.server.error.Refusal;
import dev.canvelete.server.id.IdSource;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What accounts have uploaded. Thread-safe. */
public final class AssetLibrary {
    /** The largest file, in bytes: 7 MB. */
    public static final int LARGEST_FILE = 7 * 1024 * 1024;

    /** What one account may keep, in bytes: 1 GB. */
    private static final long LARGEST_LIBRARY = 1024L * 1024 * 1024;

    private static final Duration RESERVED_FOR = Duration.ofHours(1);

    private final AssetStore store;
    private final IdSource ids;
    private final WorldClocks clocks;

    public AssetLibrary(AssetStore store, IdSource ids, WorldClocks clocks) {
        this.store = store;
        this.ids = ids;
        this.clocks = clocks;
    }

    /**
     * Stores a file.
     *
     * @param type what it must be; null for anything
     * @throws Refusal if it is of no known format or of another type, too large, or the library is full
     */
    public Asset upload(Account account, String name, @Nullable AssetType type, byte[] file) {
        Asset asset = asset(ids.next("asset"), account.id(), name, type, file);
        store.insert(asset, file);
        return asset;
    }

    /** Keeps an id for a file that is to be uploaded within an hour by whoever knows the id. */
    public String reserve(Account account, String name, AssetType type) {
        Instant now = clocks.now(account.id());
        store.forgetUnfinished(account.id(), now.minus(RESERVED_FOR));
        String id = ids.next("asset");
        store.reserve(new AssetStore.Reservation(id, account.id(), name, type, now));
        return id;
    }

    /**
     * Stores the file that an id was kept for.
     *
     * @throws Refusal as {@link #upload}, or if no id like this is kept
     */
    public Asset fill(String id, byte[] file) {
        AssetStore.Reservation kept = store.reservation(id).filter(this::holds).orElseThrow(AssetLibrary::noUpload);
        Asset asset = asset(kept.id(), kept.account(), kept.name(), kept.type(), file);
        if (!store.fill(asset, file)) {
            throw noUpload();
        }
        return asset;
    }

    private boolean holds(AssetStore.Reservation kept) {
        return !clocks.now(kept.account()).isAfter(kept.madeAt().plus(RESERVED_FOR));
    }

    private static Refusal noUpload() {
        return Refusal.of(ErrorCode.NOT_FOUND, "No upload is expected here; ask for a new signature");
    }

    /**
     * Takes an uploaded file into the library.
     *
     * @throws Refusal if the account has uploaded none under that id
     */
    public Asset complete(Account account, String id, String name) {
        return store.complete(account.id(), id, name)
                .orElseThrow(() -> Refusal.of(ErrorCode.NOT_FOUND, "Nothing was uploaded under this id"));
    }

    private Asset asset(String id, String account, String name, @Nullable AssetType type, byte[] file) {
        if (file.length > LARGEST_FILE) {
            throw Refusal.of(ErrorCode.PAYLOAD_TOO_LARGE, "An asset of at most 7 MB is right");
        }
        AssetFormat format = AssetFormat.of(file)
                .filter(known -> type == null || known.type() == type)
                .orElseThrow(() -> Refusal.invalid(
                        "file",
                        "the file is no " + (type == null ? "asset" : type) + " of a format that is known here"));
        if (store.bytes(account) + file.length > LARGEST_LIBRARY) {
            throw Refusal.of(ErrorCode.PAYLOAD_TOO_LARGE, "The library is full; delete some of its assets first");
        }
        ImageSize pixels = ImageSize.of(format, file).orElse(null);
        return new Asset(id, account, name, format, file.length, pixels, clocks.now(account));
    }

    /**
     * An asset of the account.
     *
     * @throws Refusal if it has none of that id
     */
    public Asset get(Account account, String id) {
        return store.find(account.id(), id).orElseThrow(AssetLibrary::notFound);
    }

    /** One page of an account's assets, newest first; with a type, only those. */
    public AssetStore.Page list(Account account, @Nullable AssetType type, int page, int limit) {
        return store.list(account.id(), type, page, limit);
    }

    /**
     * Removes an asset.
     *
     * @throws Refusal if the account has none of that id
     */
    public void delete(Account account, String id) {
        if (!store.delete(account.id(), id)) {
            throw notFound();
        }
    }

    /** A file, for whoever knows its id. */
    public Optional<AssetStore.Content> content(String id) {
        return store.content(id);
    }

    private static Refusal notFound() {
        return Refusal.of(ErrorCode.NOT_FOUND, "Asset not found");
    }
}
