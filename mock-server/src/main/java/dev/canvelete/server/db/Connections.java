package dev.canvelete.server.db;

import java.sql.Connection;
import java.sql.SQLException;

/** Where connections come from, and go to when they are no longer needed. Thread-safe. */
interface Connections {
    /** One for the caller alone. */
    Connection openConnection() throws SQLException;

    /** Takes one back. */
    default void closeConnection(Connection connection) throws SQLException {
        connection.close();
    }
}
