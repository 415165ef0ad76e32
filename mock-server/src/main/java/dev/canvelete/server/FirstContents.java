package dev.canvelete.server;

import dev.canvelete.api.design.Design;
import dev.canvelete.api.design.SampleDesigns;
import dev.canvelete.server.account.Accounts;
import dev.canvelete.server.db.Database;
import dev.canvelete.server.design.DesignFolder;
import dev.canvelete.server.design.DesignService;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is there from the start: an account and a key for each plan, and the designs that every account sees. To read and
 * store the designs is a good part of a start, so that it is left to whoever first could miss them. Thread-safe.
 */
final class FirstContents {
    private final Database database;
    private final Accounts accounts;
    private final DesignService designs;
    private final List<Path> folders;
    private List<Design> fromFolders = List.of();
    private @Nullable List<Design> all;

    /** @param folders each has designs beside the samples */
    FirstContents(Database database, Accounts accounts, DesignService designs, List<Path> folders) {
        this.database = database;
        this.accounts = accounts;
        this.designs = designs;
        this.folders = folders;
    }

    /**
     * Stores the accounts; to be called once, before anything else.
     *
     * @throws dev.canvelete.api.design.DesignException if a design in one of the folders is malformed
     */
    synchronized void begin() {
        fromFolders = folders.stream()
                .flatMap(folder -> DesignFolder.read(folder).stream())
                .toList();
        database.alone(accounts::seed);
    }

    /** Stores the designs, too, unless that is done; to be called before anything that could miss them. */
    synchronized void complete() {
        stored();
    }

    /** Stores what is no longer as it was, the designs as they were read the first time. */
    synchronized void restore() {
        List<Design> seeds = stored();
        database.alone(() -> {
            accounts.seed();
            seeds.forEach(designs::seed);
        });
    }

    private List<Design> stored() {
        List<Design> stored = all;
        if (stored == null) {
            List<Design> read = Stream.concat(
                            SampleDesigns.names().stream().map(SampleDesigns::get), fromFolders.stream())
                    .toList();
            database.alone(() -> read.forEach(designs::seed));
            stored = read;
            all = read;
        }
        return stored;
    }

    /** Stores one design more that every account sees, or another in place of one of the same id. */
    synchronized void add(Design design) {
        complete();
        designs.seed(design);
    }
}
