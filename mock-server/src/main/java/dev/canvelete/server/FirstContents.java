package dev.canvelete.server;

import dev.canvelete.api.design.Design;
import dev.canvelete.api.design.SampleDesigns;
import dev.canvelete.server.account.Accounts;
import dev.canvelete.server.db.Database;
import dev.canvelete.server.design.DesignFolder;
import dev.canvelete.server.design.DesignService;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is there from the start: an account and a key for each plan, and the designs that every account sees. */
final class FirstContents {
    private final Database database;
    private final Accounts accounts;
    private final DesignService designs;
    private final List<Path> folders;
    private @Nullable List<Design> read;

    /** @param folders each has designs beside the samples */
    FirstContents(Database database, Accounts accounts, DesignService designs, List<Path> folders) {
        this.database = database;
        this.accounts = accounts;
        this.designs = designs;
        this.folders = folders;
    }

    /** Stores what is not there, the designs as they were read the first time. */
    synchronized void store() {
        List<Design> seeds = Objects.requireNonNullElseGet(read, this::read);
        read = seeds;
        database.alone(() -> {
            accounts.seed();
            seeds.forEach(designs::seed);
        });
    }

    private List<Design> read() {
        return Stream.concat(
                        SampleDesigns.names().stream().map(SampleDesigns::get),
                        folders.stream().flatMap(folder -> DesignFolder.read(folder).stream()))
                .toList();
    }
}
