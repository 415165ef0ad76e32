package dev.canvelete.server.db;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Properties;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where a database is and who opens it. Its text has neither user nor password, and so may be logged. */
public final class DatabaseUrl {
    private static final String POSTGRESQL = "jdbc:postgresql:";
    private static final String MEMORY = "jdbc:h2:mem:";
    // In PostgreSQL's mode, so that one SQL serves both. A commit is with the operating system before it returns.
    private static final String H2_SETTINGS = ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
            + ";DB_CLOSE_DELAY=-1;DB_CLOSE_ON_EXIT=FALSE;WRITE_DELAY=0;LOCK_TIMEOUT=10000;QUERY_CACHE_SIZE=128";

    /** How long a node may pause within a transaction: while it stands still there, others wait for what it has locked. */
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);

    private final String url;
    private final @Nullable String user;
    private final @Nullable String password;

    private DatabaseUrl(String url, @Nullable String user, @Nullable String password) {
        this.url = url;
        this.user = user;
        this.password = password;
    }

    /**
     * A PostgreSQL database, which several machines may share.
     *
     * @param jdbcUrl such as {@code jdbc:postgresql://db.example/canvelete?user=canvelete&password=…}
     * @throws IllegalArgumentException if it is no such URL; the message does not repeat it
     */
    public static DatabaseUrl of(String jdbcUrl) {
        if (!jdbcUrl.startsWith(POSTGRESQL)) {
            throw new IllegalArgumentException("a database jdbc:postgresql://HOST/NAME?user=...&password=... is right");
        }
        int query = jdbcUrl.indexOf('?');
        if (query < 0) {
            return new DatabaseUrl(jdbcUrl, null, null);
        }
        String[] parameters = jdbcUrl.substring(query + 1).split("&");
        String others = Arrays.stream(parameters)
                .filter(parameter -> !parameter.startsWith("user=") && !parameter.startsWith("password="))
                .collect(Collectors.joining("&"));
        return new DatabaseUrl(
                jdbcUrl.substring(0, query) + (others.isEmpty() ? "" : "?" + others),
                value(parameters, "user="),
                value(parameters, "password="));
    }

    private static @Nullable String value(String[] parameters, String name) {
        return Arrays.stream(parameters)
                .filter(parameter -> parameter.startsWith(name))
                .map(parameter -> URLDecoder.decode(parameter.substring(name.length()), StandardCharsets.UTF_8))
                .findFirst()
                .orElse(null);
    }

    /** A database in that folder's file {@code canvelete.mv.db}, which only one process can open. */
    public static DatabaseUrl inFolder(Path folder) {
        // "retry:" opens the file again when the interruption of a thread has closed it, which would close the
        // database.
        return new DatabaseUrl(
                "jdbc:h2:retry:" + folder.toAbsolutePath().resolve("canvelete") + H2_SETTINGS, null, null);
    }

    /** A database that is gone when it is closed. */
    public static DatabaseUrl inMemory(String name) {
        return new DatabaseUrl(MEMORY + name + H2_SETTINGS, null, null);
    }

    /** Whether several machines may use it at the same time. */
    boolean shared() {
        return url.startsWith(POSTGRESQL);
    }

    /** Whether it is gone when it is closed, and empty when it is opened. */
    boolean inMemory() {
        return url.startsWith(MEMORY);
    }

    ConnectionPool pool() {
        return shared() ? ConnectionPool.ofPostgresql(this, LONGEST_PAUSE) : ConnectionPool.ofH2(url);
    }

    String jdbc() {
        return url;
    }

    /** What a driver is to be given beside {@link #jdbc}. */
    Properties credentials() {
        Properties credentials = new Properties();
        if (user != null) {
            credentials.setProperty("user", user);
        }
        if (password != null) {
            credentials.setProperty("password", password);
        }
        return credentials;
    }

    @Override
    public String toString() {
        int end = url.indexOf(shared() ? '?' : ';');
        return end < 0 ? url : url.substring(0, end);
    }
}
