package dev.parley.api.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import dev.parley.api.start.BackupCommand;
import dev.parley.command.backup.Backup;
import dev.parley.load.ApiClient;
import dev.parley.load.Person;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What was acknowledged before a backup is there after it was read into an empty data directory. */
class BackupTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int LINES = 40;
    /** Nobody writes too fast. */
    private static final String UNHURRIED = "--parley.chat.flood.enabled=false";

    @TempDir
    Path directory;

    @Test
    void isTakenWhileOthersWriteAndReadIntoAnEmptyDirectory() throws Exception {
        Path files = directory.resolve("backup");
        Path restored = Files.createDirectories(directory.resolve("restored"));
        List<String> before;
        String room;
        try (Stack stack = Stack.on(directory.resolve("lost"), UNHURRIED);
                ApiClient api = new ApiClient(stack.port())) {
            Person ann = api.token("ann", "user");
            api.get(ann.headers(), "/api/settings").orFail("the first request");
            room = api.openTeam(api.token("site", "service"), "t1", List.of(ann));
            Writing writing = new Writing(stack.port(), ann, room);
            writing.awaitLines(LINES);
            before = writing.acknowledged();
            stack.part(Backup.class).write(files);
            writing.awaitLines(writing.acknowledged().size() + 1);
            writing.end();
        }
        Files.copy(directory.resolve("lost/master.key"), restored.resolve("master.key"));
        BackupCommand.run("restore", files.toString(), "--parley.data-directory=" + restored);

        try (Stack stack = Stack.on(restored, UNHURRIED);
                ApiClient api = new ApiClient(stack.port())) {
            Person ann = api.token("ann", "user");
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(contents(api, ann, room))
                            .containsAll(before)
                            .doesNotHaveDuplicates());
            api.post(ann, room, "and on it goes", "after").orFail("a line after the restoration");
        }
    }

    @Test
    void isNotReadOverEvents() throws IOException {
        try (Stack stack = Stack.on(directory.resolve("data"))) {
            Backup backup = stack.part(Backup.class);
            backup.write(directory);
            stack.person();

            assertThat(catchThrowable(() -> backup.read(directory))).hasMessageContaining("an empty one");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"backup", "--server.port=0 restore", "restore one two"})
    void takesOneDirectoryAndStartsNoServerWithoutIt(String line) {
        String[] arguments = line.split(" ");
        assertThat(BackupCommand.isMeantBy(arguments)).isTrue();
        assertThat(catchThrowable(() -> BackupCommand.run(arguments)))
                .hasStackTraceContaining("To back up or to restore takes one directory");
    }

    @Test
    void saysWhereItCannotBeWritten() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));
        assertThat(catchThrowable(() -> run("backup", file)))
                .hasStackTraceContaining("The files of a back-up in " + file + " cannot be written: FileAlreadyExists");
    }

    @ParameterizedTest
    @CsvSource({
        "--parley.event-store=Postgres,                        parley.event-store must be postgres or axonserver.",
        "--spring.profiles.active=production,                  Set spring.datasource.url",
        "--spring.profiles.active=production --spring.datasource.url=postgres://db, spring.datasource.url must be an address"
    })
    void isNotTakenWithSettingsThatNoServerWouldTake(String settings, String sentence) throws IOException {
        Path log = Files.writeString(directory.resolve("log.zip"), "of yesterday");

        assertThat(catchThrowable(() -> run("backup", directory, settings.split(" "))))
                .hasStackTraceContaining(sentence);
        assertThat(log).hasContent("of yesterday");
    }

    @Test
    void isNotReadWhereItIsDamaged() throws IOException {
        Files.writeString(directory.resolve("log.zip"), "PK and no more");
        assertThat(catchThrowable(() -> run("restore", directory)))
                .hasStackTraceContaining("The files of a back-up in " + directory + " cannot be read: ZipException");
    }

    private void run(String word, Path files, String... settings) {
        Stream<String> line = Stream.of(word, files.toString(), "--parley.data-directory=" + directory.resolve("data"));
        BackupCommand.run(Stream.concat(line, Arrays.stream(settings)).toArray(String[]::new));
    }

    @Test
    void isNotReadWithoutItsFiles() {
        assertThat(catchThrowable(() -> run("restore", directory))).hasStackTraceContaining("There is no");
    }

    private static List<String> contents(ApiClient api, Person reader, String room) throws IOException {
        var page = api.get(reader.headers(), "/api/chat/" + room + "/messages?limit=100")
                .body();
        return StreamSupport.stream(page.path("items").spliterator(), false)
                .map(line -> line.path("content").asString())
                .toList();
    }

    /** Lines written one after the other by one person, until it is ended. */
    private static final class Writing {
        private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
        private final CountDownLatch end = new CountDownLatch(1);
        private final Thread thread;

        Writing(int port, Person author, String room) {
            thread = Thread.ofPlatform().start(() -> write(port, author, room));
        }

        private void write(int port, Person author, String room) {
            try (ApiClient api = new ApiClient(port)) {
                for (int number = 0; end.getCount() > 0 && number < 2 * LINES; number++) {
                    String line = "line number " + number + " of a tale";
                    api.post(author, room, line, "key" + number).orFail("a line");
                    acknowledged.add(line);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        List<String> acknowledged() {
            return List.copyOf(acknowledged);
        }

        void awaitLines(int many) {
            await().atMost(PATIENCE).until(() -> acknowledged.size() >= many);
        }

        void end() throws InterruptedException {
            end.countDown();
            thread.join();
        }
    }
}
