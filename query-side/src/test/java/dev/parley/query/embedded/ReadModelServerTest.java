package dev.parley.query.embedded;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Sorts.ascending;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import dev.parley.kernel.CannotStart;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadModelServerTest {
    /** Bytes that H2 keeps two copies of its file header in. */
    private static final int FILE_HEADERS = 8_192;

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);
    private static final String SET_ASIDE = "read-models-2.mv.unreadable-20261124T120000.000Z";

    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void namesTheFile() {
        file = directory.resolve("read-models-2.mv");
    }

    @Test
    void listensOnLoopbackAloneAndKeepsDocumentsAcrossARestart() {
        try (var server = ReadModelServer.start(directory, CLOCK);
                var client = MongoClients.create(server.address())) {
            assertThat(server.address().getHosts()).singleElement().asString().matches("(127.0.0.1|localhost):\\d+");
            lines(client).insertOne(new Document("_id", "room~1").append("content", "kept"));
        }
        try (var server = ReadModelServer.start(directory, CLOCK);
                var client = MongoClients.create(server.address())) {
            assertThat(content(client)).isEqualTo("kept");
        }
    }

    @Test
    void setsAnUnreadableFileAsideAndBeginsAnew() throws IOException {
        Files.writeString(file, "rubbish".repeat(10_000));

        try (var server = ReadModelServer.start(directory, CLOCK);
                var client = MongoClients.create(server.address())) {
            assertThat(lines(client).countDocuments()).isZero();
        }
        assertThat(directory.resolve(SET_ASIDE)).hasContent("rubbish".repeat(10_000));
    }

    /** H2 opens what it finds whole, here nothing: the progress of the projections is lost with what they stored. */
    @Test
    void beginsAnewWhenPagesAreUnreadable() throws IOException {
        fillWithLines();
        leaveNoGaps();
        overwriteAllButTheHeaders();
        try (var server = ReadModelServer.start(directory, CLOCK);
                var client = MongoClients.create(server.address())) {
            catchThrowable(() -> lines(client).find().forEach(line -> {}));
        }
        try (var server = ReadModelServer.start(directory, CLOCK);
                var client = MongoClients.create(server.address())) {
            assertThat(lines(client).countDocuments()).isZero();
        }
    }

    @Test
    void refusesAFileThatAnotherHasOpenAndLeavesItWhereItIs() {
        MVStore other = MVStore.open(file.toString());
        try {
            assertThatThrownBy(() -> ReadModelServer.start(directory, CLOCK))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("in use by another process");
        } finally {
            other.close();
        }
        assertThat(directory.resolve(SET_ASIDE)).doesNotExist();
    }

    @Test
    void pagesComeInTheOrderOfIdsAlsoAfterARestart() {
        fillWithLines();
        try (var server = ReadModelServer.start(directory, CLOCK);
                var client = MongoClients.create(server.address())) {
            List<String> all = IntStream.range(0, 1_000)
                    .mapToObj(number -> "room~" + number)
                    .sorted()
                    .toList();

            assertThat(idsAfter("", 400, client)).isEqualTo(all.subList(0, 400));
            lines(client).insertOne(new Document("_id", all.get(399) + "+"));
            lines(client).deleteOne(eq(all.get(399)));
            assertThat(idsAfter(all.get(399), 3, client))
                    .containsExactly(all.get(399) + "+", all.get(400), all.get(401));
            assertThat(idsAfter(all.get(998), 400, client)).containsExactly(all.get(999));
            assertThat(idsAfter(all.get(999), 400, client)).isEmpty();
        }
    }

    private static List<String> idsAfter(String id, int limit, MongoClient client) {
        return lines(client)
                .find(gt("_id", id))
                .sort(ascending("_id"))
                .limit(limit)
                .map(line -> line.getString("_id"))
                .into(new ArrayList<>());
    }

    private void fillWithLines() {
        try (var server = ReadModelServer.start(directory, CLOCK);
                var client = MongoClients.create(server.address())) {
            List<Document> documents = IntStream.range(0, 1_000)
                    .mapToObj(number -> new Document("_id", "room~" + number).append("content", "x".repeat(1_000)))
                    .toList();
            lines(client).insertMany(documents);
        }
    }

    private void leaveNoGaps() {
        try (var store = MVStore.open(file.toString())) {
            store.compactFile(1_000);
        }
    }

    private void overwriteAllButTheHeaders() throws IOException {
        try (var open = new RandomAccessFile(file.toFile(), "rw")) {
            open.seek(FILE_HEADERS);
            open.write(new byte[(int) open.length() - FILE_HEADERS]);
        }
    }

    private static String content(MongoClient client) {
        return lines(client).find(eq("_id", "room~1")).first().getString("content");
    }

    private static MongoCollection<Document> lines(MongoClient client) {
        return client.getDatabase("parley").getCollection("lines");
    }
}
