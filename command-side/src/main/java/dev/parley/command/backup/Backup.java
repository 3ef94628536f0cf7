package dev.parley.command.backup;

import dev.parley.command.log.Schema;
import dev.parley.kernel.CannotStart;
import dev.parley.kernel.node.NodeSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.core.env.Environment;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;

/**
 * Copies the log and the keys of persons into two files, as they are at one moment, while servers go on writing; and fills
 * an empty database from them. The keys are in a file of their own because they are kept for a shorter time: whoever has
 * an old copy of them can still read what was erased since. The master key is in neither.
 */
@Component
public class Backup {
    /** The log, and what goes on from it: what is to be ended, what was counted, how far reactions are. */
    static final String LOG = "log.zip";

    static final String KEYS = "keys.zip";

    private static final String EVENTS = "domainevententry";
    private static final List<String> BESIDE_EVENTS = List.of("tokenentry", "deadline", "offence");
    private static final List<String> OF_KEYS = List.of("person_key");
    private static final String DRAFT = ".part";
    private static final long NONE = -1;
    private static final String LAST = "SELECT coalesce(max(globalindex), " + NONE + ") FROM domainevententry";
    private static final String GO_ON =
            "SELECT setval(pg_get_serial_sequence('domainevententry', 'globalindex'), max(globalindex))"
                    + " FROM domainevententry HAVING max(globalindex) IS NOT NULL";

    private final DataSource database;
    private final List<String> ofLog;

    /** @param settings say where the events are; the table of events is a mere copy where that is another store */
    Backup(DataSource database, Environment settings) {
        String eventStore = NodeSettings.of(settings::getProperty).eventStore();
        this.database = database;
        this.ofLog = Stream.concat(
                        Stream.of(EVENTS).filter(table -> eventStore.equals(NodeSettings.POSTGRES)),
                        BESIDE_EVENTS.stream())
                .toList();
    }

    /**
     * Writes both files, complete and on disk before they have their names.
     *
     * @param directory which is made if it is not there; files of an earlier backup in it are replaced, the keys first:
     *     with whatever log they are found, they are no older than it
     * @return position of the last event that is in it; -1 for none, as where another store has the events
     * @throws DataAccessResourceFailureException if the database does not answer
     */
    public long write(Path directory) throws IOException {
        Files.createDirectories(directory);
        try (Connection connection = database.getConnection()) {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            long last = ofLog.contains(EVENTS) ? last(connection) : NONE;
            Path log = draft(connection, ofLog, directory.resolve(LOG));
            Path keys = draft(connection, OF_KEYS, directory.resolve(KEYS));
            connection.rollback();
            finish(keys, directory.resolve(KEYS));
            finish(log, directory.resolve(LOG));
            return last;
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("The database cannot be copied", e);
        }
    }

    /**
     * Fills an empty database, all of it or nothing.
     *
     * @param directory in which both files are
     * @return position of the last event; -1 for none
     * @throws CannotStart if there are events already, or a file is not there, or is of another event store
     * @throws DataAccessResourceFailureException if the database does not answer, or does not take it
     */
    public long read(Path directory) throws IOException {
        new Schema(database);
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            if (last(connection) >= 0) {
                throw new CannotStart("There are events in this database already: a backup is read into an empty one.");
            }
            read(connection, ofLog, directory.resolve(LOG));
            read(connection, OF_KEYS, directory.resolve(KEYS));
            try (Statement statement = connection.createStatement()) {
                statement.execute(GO_ON);
                statement.execute("UPDATE tokenentry SET owner = NULL");
            }
            connection.commit();
            return last(connection);
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("The database cannot be filled", e);
        }
    }

    private static long last(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(LAST)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** @return the file under another name, complete and on disk */
    private static Path draft(Connection connection, List<String> tables, Path file) throws IOException, SQLException {
        Path draft = file.resolveSibling(file.getFileName() + DRAFT);
        try (OutputStream bytes = Files.newOutputStream(draft);
                ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String table : tables) {
                zip.putNextEntry(new ZipEntry(table));
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyOut("COPY " + table + " TO STDOUT (FORMAT binary)", zip);
                zip.closeEntry();
            }
        }
        try (FileChannel written = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            written.force(true);
        }
        return draft;
    }

    private static void finish(Path draft, Path file) throws IOException {
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static ZipFile open(Path file) throws IOException {
        try {
            return new ZipFile(file.toFile());
        } catch (NoSuchFileException missing) {
            throw new CannotStart("There is no " + file + ": a back-up is the two files " + LOG + " and " + KEYS + ".");
        }
    }

    private static void read(Connection connection, List<String> tables, Path file) throws IOException, SQLException {
        try (ZipFile zip = open(file)) {
            List<String> found = zip.stream().map(ZipEntry::getName).toList();
            if (!found.equals(tables)) {
                throw new CannotStart(file.getFileName() + " has " + found + " and not " + tables
                        + ": it is of another parley.event-store, or of another version.");
            }
            for (String table : tables) {
                try (InputStream rows = zip.getInputStream(zip.getEntry(table))) {
                    connection
                            .unwrap(PGConnection.class)
                            .getCopyAPI()
                            .copyIn("COPY " + table + " FROM STDIN (FORMAT binary)", rows);
                }
            }
        }
    }
}
