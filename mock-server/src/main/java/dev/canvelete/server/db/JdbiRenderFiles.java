package dev.canvelete.server.db;

import static java.util.stream.Collectors.toMap;

import dev.canvelete.api.render.OutputFormat;
import dev.canvelete.server.batch.RenderFiles;
import dev.canvelete.server.batch.RenderOutcome;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** The files of renders, read from the tables of renders and of their ends. */
record JdbiRenderFiles(Jdbi jdbi) implements RenderFiles {
    private static final PlainSql EQUAL = new PlainSql("""
            select cache_key, artifact, result from render_ends
            where cache_hash = any(?) and account = ? and status = 'completed' order by render_seq""");

    private static final int PAGE = 10_000;
    private static final int HEX = 16;
    private static final int HASH_DIGITS = Long.SIZE / 4;

    @Override
    public Optional<RenderFile> find(String renderId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select artifact, format from renders join render_ends on render_seq = seq
                        where id = :id and artifact is not null""")
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
    public Map<String, RenderOutcome.Completed> equal(String account, Set<String> cacheKeys) {
        Long[] hashes = cacheKeys.stream().map(JdbiRenderFiles::firstBits).toArray(Long[]::new);
        return jdbi
                .withHandle(handle -> EQUAL.list(
                        handle,
                        row -> Sql.json(row.getString("result"), StoredResult.class)
                                .completed(row.getString("artifact"), row.getString("cache_key")),
                        hashes,
                        account))
                .stream()
                .filter(completed -> cacheKeys.contains(String.valueOf(completed.cacheKey())))
                .collect(toMap(
                        completed -> String.valueOf(completed.cacheKey()),
                        completed -> completed,
                        (earlier, later) -> later));
    }

    /**
     * What renders are found by that have a cache key: its first 64 bits, which few others share; null if it is not to be
     * found, as one that has an earlier one's file.
     */
    static @Nullable Long hash(RenderOutcome.Completed completed) {
        String key = completed.cacheKey();
        return key == null || completed.cached() ? null : firstBits(key);
    }

    private static long firstBits(String cacheKey) {
        return Long.parseUnsignedLong(cacheKey, 0, HASH_DIGITS, HEX);
    }

    @Override
    public Set<String> named(Set<String> digests) {
        Set<String> named = new HashSet<>();
        eachOf(digests, found -> found.forEach(render -> named.add(render.artifact())));
        return named;
    }

    @Override
    public void sized(Map<String, Long> bytes) {
        eachOf(
                bytes.keySet(),
                found -> jdbi.useHandle(handle -> {
                    PreparedBatch sizes = handle.prepareBatch(
                            "update render_ends set file_bytes = :bytes where render_seq = :seq and artifact = :artifact");
                    found.forEach(render -> sizes.bind("bytes", bytes.get(render.artifact()))
                            .bind("seq", render.seq())
                            .bind("artifact", render.artifact())
                            .add());
                    sizes.execute();
                }));
    }

    /** Renders that name one of some files, a few of them at a time. */
    private void eachOf(Set<String> digests, Consumer<List<Named>> use) {
        long last = Long.MIN_VALUE;
        for (List<Named> page = digests.isEmpty() ? List.of() : page(last); !page.isEmpty(); page = page(last)) {
            List<Named> found = page.stream()
                    .filter(render -> digests.contains(render.artifact()))
                    .toList();
            if (!found.isEmpty()) {
                use.accept(found);
            }
            last = page.getLast().seq();
        }
    }

    /** In pages, so that neither the database nor this process holds all at once. */
    private List<Named> page(long after) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select render_seq, artifact from render_ends where render_seq > :after and artifact is not null
                        order by render_seq limit :most""")
                .bind("after", after)
                .bind("most", PAGE)
                .map((row, context) -> new Named(row.getLong("render_seq"), row.getString("artifact")))
                .list());
    }

    private record Named(long seq, String artifact) {}
}
