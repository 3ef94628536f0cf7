package dev.parley.command.log;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * The tables of the event store's database, of every feature: they are there once this is made. They are made in one
 * transaction under one lock, so that any number of servers can start at once on an empty database.
 */
public final class Schema {
    private static final String TABLES = "schema.sql";

    /** @throws DataAccessResourceFailureException if the database does not answer, or refuses */
    public Schema(DataSource database) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute(tables());
            }
            connection.commit();
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("The event store's tables cannot be made", e);
        }
    }

    private static String tables() {
        try (InputStream sql = Schema.class.getResourceAsStream(TABLES)) {
            return new String(sql.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
