package dev.canvelete.server.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.canvelete.server.TestDatabase;
import java.sql.Connection;
import java.sql.SQLTransientException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ConnectionPoolTest {
    /** With neither end of the connection broken, nobody but the database can end what a stopped process has begun. */
    @Test
    @Timeout(60)
    void whoeverStandsStillInATransactionLocksOthersOutForAWhileOnly() throws Exception {
        try (ConnectionPool pool = ConnectionPool.ofPostgresql(TestDatabase.fresh(), Duration.ofMillis(100));
                Connection stopped = pool.source().getConnection();
                Connection other = pool.source().getConnection();
                Statement begun = stopped.createStatement();
                Statement waiting = other.createStatement()) {
            begun.execute("create table rows (id int)");
            stopped.setAutoCommit(false);
            begun.execute("lock table rows");

            waiting.execute("insert into rows values (1)");

            assertThat(waiting.getUpdateCount()).isEqualTo(1);
            assertThat(stopped.isValid(1)).isFalse();
        }
    }

    @Test
    void whoeverGetsNoConnectionIsToldThatThereMayBeOneInAMoment() throws Exception {
        try (ConnectionPool pool =
                ConnectionPool.ofPostgresql(TestDatabase.fresh(), Duration.ofMinutes(1), Duration.ofMillis(1))) {
            List<Connection> all = new ArrayList<>();
            for (int i = 0; i < ConnectionPool.POSTGRESQL_CONNECTIONS; i++) {
                all.add(pool.source().getConnection());
            }

            assertThatExceptionOfType(SQLTransientException.class)
                    .isThrownBy(() -> pool.source().getConnection());
            assertThatExceptionOfType(SQLTransientException.class)
                    .isThrownBy(() -> pool.connections().openConnection());

            all.removeLast().close();
            assertThat(pool.source().getConnection().isValid(1)).isTrue();
        }
    }

    @Test
    void aTimeLimitOfWhoeverHadAConnectionOfH2IsNotThatOfTheNext() throws Exception {
        try (ConnectionPool pool = ConnectionPool.ofH2("jdbc:h2:mem:")) {
            Connection first = pool.connections().openConnection();
            try (Statement limited = first.createStatement()) {
                limited.setQueryTimeout(5);
                limited.execute("select 1");
            }
            pool.connections().closeConnection(first);

            Connection next = pool.connections().openConnection();
            assertThat(next).isSameAs(first);
            try (Statement unlimited = next.createStatement()) {
                assertThat(unlimited.getQueryTimeout()).isZero();
            }
            pool.connections().closeConnection(next);
        }
    }
}
