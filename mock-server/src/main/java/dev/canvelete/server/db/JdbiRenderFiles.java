package dev.canvelete.server.db;

import dev.canvelete.api.render.OutputFormat;
import dev.canvelete.server.batch.RenderFiles;
import dev.canvelete.server.batch.RenderOutcome;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** The files of renders, read from the table of renders. */
record JdbiRenderFiles(Jdbi jdbi) implements RenderFiles {
    @Override
    public Optional<RenderFile> find(String renderId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select artifact, format from renders where id = :id and artifact is not null")
                .bind("id", renderId)
                .map((row, context) -> new RenderFile(
                        row.getString("artifact"),
                        OutputFormat.named(row.getString("format")).orElseThrow()))
                .findOne());
    }

    @Override
    public Optional<String> account(String renderId) {
        return jdbi.withHandle(handle -> handle.createQuery("select account from renders where id = :id")
                .bind("id", renderId)
                .mapTo(String.class)
                .findOne());
    }

    @Override
    public Optional<RenderOutcome.Completed> equal(String account, String cacheKey) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select result from renders
                        where cache_key = :key and account = :account and status = 'completed'
                        order by seq desc limit 1""")
                .bind("key", cacheKey)
                .bind("account", account)
                .map((row, context) -> Sql.json(row.getString("result"), RenderOutcome.Completed.class))
                .findOne());
    }

    @Override
    public Set<String> named(Set<String> digests) {
        if (digests.isEmpty()) {
            return Set.of();
        }
        return jdbi
                .withHandle(handle -> handle.createQuery(
                                "select distinct artifact from renders where artifact in (<digests>)")
                        .bindList("digests", digests.stream().toList())
                        .mapTo(String.class)
                        .list())
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }
}
