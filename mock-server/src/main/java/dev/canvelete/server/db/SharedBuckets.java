package dev.canvelete.server.db;

import dev.canvelete.server.limits.Buckets;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Buckets in a table of PostgreSQL, where several machines count together. */
record SharedBuckets(DataSource source, Jdbi jdbi) implements Buckets {
    @Override
    public Bucket get(String account, String limit, Supplier<Bandwidth> bandwidth, TimeMeter clock) {
        return Bucket4jPostgreSQL.selectForUpdateBasedBuilder(source)
                .primaryKeyMapper(PrimaryKeyMapper.STRING)
                .table("rate_limits")
                .idColumn("id")
                .stateColumn("state")
                .clientClock(clock)
                .build()
                .getProxy(account + "/" + limit, () -> BucketConfiguration.builder()
                        .addLimit(bandwidth.get())
                        .build());
    }

    @Override
    public void forget(@Nullable String account) {
        jdbi.useHandle(handle -> handle.createUpdate("delete from rate_limits where starts_with(id, :prefix)")
                .bind("prefix", account == null ? "" : account + "/")
                .execute());
    }
}
