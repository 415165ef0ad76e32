package dev.canvelete.server.db;

import java.sql.SQLException;

/** The database cannot be reached, or refuses a statement. */
final class DatabaseException extends RuntimeException {
    DatabaseException(String what, SQLException cause) {
        super(what + ": " + cause.getMessage(), cause);
    }
}
