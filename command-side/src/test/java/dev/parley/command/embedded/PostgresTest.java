package dev.parley.command.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.kernel.CannotStart;
import dev.parley.kernel.process.PrivateDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

class PostgresTest {
    private static final PostgresPrograms PROGRAMS =
            PostgresPrograms.below(Path.of("target", "programs").toAbsolutePath());

    @TempDir
    static Path template;

    @TempDir
    Path data;

    private Path events;

    @BeforeAll
    static void makesOneEmptyStore() throws IOException {
        Postgres.start(template.resolve("events"), PROGRAMS).close();
    }

    @BeforeEach
    void copiesIt() throws IOException {
        events = PrivateDirectory.create(data.resolve("events"));
        FileSystemUtils.copyRecursively(template.resolve("events"), events);
    }

    @Test
    void keepsWhatWasCommittedAcrossARestart() throws Exception {
        try (var postgres = Postgres.start(events, PROGRAMS)) {
            execute(postgres, "create table line (text text)", "insert into line values ('kept')");
        }
        try (var postgres = Postgres.start(events, PROGRAMS)) {
            assertThat(query(postgres, "select text from line")).isEqualTo("kept");
        }
    }

    @Test
    void syncsEveryCommitAndListensOnLoopbackAlone() throws Exception {
        try (var postgres = Postgres.start(events, PROGRAMS)) {
            assertThat(query(postgres, "show fsync")).isEqualTo("on");
            assertThat(query(postgres, "show synchronous_commit")).isEqualTo("on");
            assertThat(query(postgres, "show full_page_writes")).isEqualTo("on");
            assertThat(query(postgres, "show listen_addresses")).isEqualTo("127.0.0.1");
        }
    }

    @Test
    void letsNobodyInWithoutThePassword() throws Exception {
        try (var postgres = Postgres.start(events, PROGRAMS)) {
            assertThatThrownBy(() -> DriverManager.getConnection(postgres.url(), Cluster.USER, "guess"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password");
        }
    }

    @Test
    void endsTheServerThatAnEarlierRunLeftBehind() throws Exception {
        var lost = Postgres.start(events, PROGRAMS);
        execute(lost, "create table line (text text)", "insert into line values ('kept')");
        var process = process();

        try (var postgres = Postgres.start(events, PROGRAMS)) {
            process.onExit().get(5, TimeUnit.SECONDS);
            assertThat(query(postgres, "select text from line")).isEqualTo("kept");
        }
    }

    @Test
    void recoversWhenTheServerWasKilled() throws Exception {
        var lost = Postgres.start(events, PROGRAMS);
        execute(lost, "create table line (text text)", "insert into line values ('kept')");
        var process = process();
        process.destroyForcibly();
        process.onExit().get(5, TimeUnit.SECONDS);

        try (var postgres = Postgres.start(events, PROGRAMS)) {
            assertThat(query(postgres, "select text from line")).isEqualTo("kept");
        }
    }

    @Test
    void startsWhenTheProcessNumberOfAnEarlierRunBelongsToAnotherProgramNow() throws Exception {
        Files.writeString(
                events.resolve("postmaster.pid"),
                ProcessHandle.current().pid() + "\n" + events + "\n1700000000\n5432\n\n127.0.0.1\n");

        try (var postgres = Postgres.start(events, PROGRAMS)) {
            assertThat(query(postgres, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void makesTheClusterAnewWhenTheFirstStartWasInterrupted() throws Exception {
        FileSystemUtils.deleteRecursively(events);
        Path unfinished = Files.createDirectories(data.resolve("events.unfinished/cluster"));
        Files.writeString(unfinished.resolve("PG_VERSION"), "18");

        try (var postgres = Postgres.start(events, PROGRAMS)) {
            assertThat(query(postgres, "select 1")).isEqualTo("1");
        }
        assertThat(data).isDirectoryNotContaining("glob:**unfinished");
    }

    @Test
    void refusesACorruptStoreAndSaysWhereTheLogIs() throws Exception {
        Files.writeString(events.resolve("global/pg_control"), "rubbish");

        assertThatThrownBy(() -> Postgres.start(events, PROGRAMS))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining(events + "/postgresql.log")
                .hasMessageContaining("nothing was touched");
        assertThat(events.resolve("global/pg_control")).hasContent("rubbish");
    }

    @Test
    void refusesADirectoryWithSomethingElseInIt() throws Exception {
        FileSystemUtils.deleteRecursively(events);
        Files.createDirectories(events);
        Files.writeString(events.resolve("holiday.txt"), "photographs");

        assertThatThrownBy(() -> Postgres.start(events, PROGRAMS))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("holds no event store");
    }

    private ProcessHandle process() throws IOException {
        return ProcessHandle.of(Leftover.in(events).orElseThrow().pid()).orElseThrow();
    }

    private static void execute(Postgres postgres, String... statements) throws SQLException, IOException {
        try (var connection = connect(postgres);
                var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static String query(Postgres postgres, String sql) throws SQLException, IOException {
        try (var connection = connect(postgres);
                var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }

    private static Connection connect(Postgres postgres) throws SQLException, IOException {
        return DriverManager.getConnection(postgres.url(), Cluster.USER, postgres.password());
    }
}
