package dev.canvelete.server.db;

import com.codahale.metrics.MetricRegistry;
import io.dropwizard.db.DataSourceFactory;
import io.dropwizard.db.ManagedPooledDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import org.apache.tomcat.jdbc.pool.PoolConfiguration;

/**
 * Connections to PostgreSQL. That it has none to give, be they all in use or the database away, it says in JDBC's own words
 * for what may be otherwise in a moment, which whoever answers a request knows from what is wrong for good. Thread-safe.
 */
final class PostgresPool extends ManagedPooledDataSource {
    private PostgresPool(PoolConfiguration configuration) {
        super(configuration, new MetricRegistry());
    }

    /** One with these settings, which has no connection before it is asked for the first. */
    static PostgresPool of(DataSourceFactory settings) {
        return new PostgresPool(
                ((ManagedPooledDataSource) settings.build(new MetricRegistry(), "database")).getPoolProperties());
    }

    @Override
    public Connection getConnection() throws SQLException {
        try {
            return super.getConnection();
        } catch (SQLException e) {
            throw new NoConnectionException(e);
        }
    }
}
