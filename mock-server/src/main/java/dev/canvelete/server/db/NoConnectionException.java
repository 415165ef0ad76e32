package dev.canvelete.server.db;

import dev.canvelete.server.error.Passing;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;

/** The database has no connection to give for now. */
final class NoConnectionException extends SQLTransientConnectionException implements Passing {
    private static final long serialVersionUID = 1;

    NoConnectionException(SQLException cause) {
        super(cause.getMessage(), cause.getSQLState(), cause);
    }
}
