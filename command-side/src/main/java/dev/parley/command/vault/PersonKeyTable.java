package dev.parley.command.vault;

import dev.parley.command.StoreUnavailable;
import dev.parley.command.vault.PersonKey.Destroyed;
import dev.parley.command.vault.PersonKey.Usable;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.sql.DataSource;

/**
 * The wrapped keys, in a table beside the event store. A row stays for ever: a destroyed key leaves a null in place of
 * itself, so that it is never made again. Every statement takes a connection of its own and commits at once, whatever
 * transaction the caller is in: a key must outlive the rollback of the events that it was made for.
 *
 * <p>All methods throw {@link StoreUnavailable} when the database does not answer.
 */
class PersonKeyTable {
    private final DataSource dataSource;
    private final MasterKey master;

    PersonKeyTable(DataSource dataSource, MasterKey master) {
        this.dataSource = dataSource;
        this.master = master;
    }

    /**
     * The key stored for this owner; empty when none was ever made.
     *
     * @throws BrokenSeal if another master key wrapped it
     */
    Optional<PersonKey> find(String owner) {
        return committed(connection -> {
            try (var select = connection.prepareStatement("SELECT wrapped FROM person_key WHERE owner = ?")) {
                select.setString(1, owner);
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? Optional.of(key(owner, row.getBytes(1))) : Optional.empty();
                }
            }
        });
    }

    /** Stores this key, unless the owner has or had one. */
    void insertIfAbsent(String owner, SecretKey key) {
        committed(connection -> {
            try (var insert = connection.prepareStatement(
                    "INSERT INTO person_key (owner, wrapped) VALUES (?, ?) ON CONFLICT (owner) DO NOTHING")) {
                insert.setString(1, owner);
                insert.setBytes(2, master.wrap(owner, key));
                return insert.executeUpdate();
            }
        });
    }

    /**
     * Destroys the owner's key for good, so that there is none even if none was ever made, and has the database let go of
     * the row in which it was.
     */
    void destroy(String owner) {
        committed(connection -> {
            try (var update = connection.prepareStatement(
                    "INSERT INTO person_key (owner) VALUES (?) ON CONFLICT (owner) DO UPDATE SET wrapped = NULL")) {
                update.setString(1, owner);
                update.executeUpdate();
            }
            try (var vacuum = connection.createStatement()) {
                return vacuum.execute("VACUUM person_key");
            }
        });
    }

    private PersonKey key(String owner, byte[] wrapped) {
        return wrapped == null ? new Destroyed() : new Usable(master.unwrap(owner, wrapped));
    }

    private <T> T committed(Work<T> work) {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(true);
            return work.on(connection);
        } catch (SQLException e) {
            throw new StoreUnavailable("The keys of persons cannot be reached", e);
        }
    }

    @FunctionalInterface
    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }
}
