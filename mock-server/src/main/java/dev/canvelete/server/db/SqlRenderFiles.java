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
import org.jspecify.annotations.Nullable;

/** The files of renders, read from the table of renders. */
record SqlRenderFiles(Handles handles) implements RenderFiles {
    private static final PlainSql EQUAL = new PlainSql("""
            select cache_key, artifact, result from renders
            where cache_hash = any(?) and account = ? and status = 'completed' order by seq""");

    private static final PlainSql SIZE =
            new PlainSql("update renders set file_bytes = ? where id = ? and artifact = ?");

    private static final int PAGE = 10_000;
    private static final int HEX = 16;
    private static final int HASH_DIGITS = Long.SIZE / 4;

    @Override
    public Optional<RenderFile> find(String renderId) {
        return handles.withHandle(
                handle -> handle.sql("select artifact, format from renders where id = :id and artifact is not null")
                        .bind("id", renderId)
                        .map(row -> new RenderFile(
                                row.getString("artifact"),
                                OutputFormat.named(row.getString("format")).orElseThrow()))
                        .findOne());
    }

    @Override
    public Optional<String> account(String renderId) {
        return handles.withHandle(handle -> handle.sql("select account from renders where id = :id")
                .bind("id", renderId)
                .map(Sql::text)
                .findOne());
    }

    @Override
    public Map<String, RenderOutcome.Completed> equal(String account, Set<String> cacheKeys) {
        Long[] hashes = cacheKeys.stream().map(SqlRenderFiles::firstBits).toArray(Long[]::new);
        return handles
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
                found -> handles.useHandle(handle -> SIZE.batch(handle, found, render ->
                        new @Nullable Object[] {bytes.get(render.artifact()), render.render(), render.artifact()})));
    }

    /** Renders that name one of some files, a few of them at a time. */
    private void eachOf(Set<String> digests, Consumer<List<Named>> use) {
        String last = "";
        for (List<Named> page = digests.isEmpty() ? List.of() : page(last); !page.isEmpty(); page = page(last)) {
            List<Named> found = page.stream()
                    .filter(render -> digests.contains(render.artifact()))
                    .toList();
            if (!found.isEmpty()) {
                use.accept(found);
            }
            last = page.getLast().render();
        }
    }

    /** In pages, so that neither the database nor this process holds all at once. */
    private List<Named> page(String after) {
        return handles.withHandle(handle -> handle.sql("""
                        select id, artifact from renders where id > :after and artifact is not null
                        order by id limit :most""")
                .bind("after", after)
                .bind("most", PAGE)
                .map(row -> new Named(row.getString("id"), row.getString("artifact")))
                .list());
    }

    private record Named(String render, String artifact) {}
}
