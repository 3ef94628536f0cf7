package dev.parley.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.load.EventStream;
import dev.parley.load.ServerProcess;
import dev.parley.load.ServerProcess.Setup;
import dev.parley.load.SharedStores;
import dev.parley.whole.Site.Answer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two servers on one PostgreSQL and one MongoDB, which know nothing of each other: what holds on one holds on both. */
class TwoNodesTest {
    private static final String ROOM = "team~club";
    private static final int LINES = 40;

    @TempDir
    private static Path directory;

    private static SharedStores stores;
    private static ServerProcess first;
    private static ServerProcess second;
    private static Site a;
    private static Site b;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        stores = SharedStores.start();
        first = launch("a");
        second = launch("b");
        first.awaitStarted();
        second.awaitStarted();
        a = Site.at(first.port(), stores.issuer());
        b = Site.at(second.port(), stores.issuer());
        for (String username : List.of("ann", "bob", "cid", "dora")) {
            a.appear(username, "user");
            b.appear(username, "user");
        }
        a.appear("service", "service");
        a.ask(
                        "service",
                        "POST",
                        "/api/chat/rooms/",
                        "{'room_type':'team','team_id':'club','participants':['ann','bob']}")
                .done();
    }

    private static ServerProcess launch(String name) throws IOException {
        List<String> settings = new ArrayList<>(stores.settings());
        settings.add("--parley.live.node-silence=2s");
        return ServerProcess.launch(Setup.on(directory.resolve(name), settings.toArray(String[]::new)));
    }

    @AfterAll
    static void stop() throws IOException {
        a.close();
        b.close();
        first.close();
        second.close();
        stores.close();
    }

    @Test
    void refuseOnOneWhomTheOtherHasBlocked() {
        b.ask("cid", "POST", "/api/messages/compose/", "{'recipient':'dora','content':'hello'}")
                .done();
        a.ask("dora", "POST", "/api/users/cid/block/", "").done();

        Answer refused = b.ask("cid", "POST", "/api/messages/compose/", "{'recipient':'dora','content':'again'}");

        assertThat(refused.told()).isEqualTo("blocked");
    }

    @Test
    void deliverLiveOnOneWhatTheOtherAccepted() throws IOException {
        try (EventStream own = EventStream.open(b.port(), "/api/me/stream", bearer(b, "bob"))) {
            a.ask("ann", "POST", "/api/messages/compose/", "{'recipient':'bob','content':'are you there?'}")
                    .done();
            await().atMost(Duration.ofSeconds(5)).until(() -> {
                own.next();
                return own.name().equals("new_message");
            });
            assertThat(own.data()).contains("are you there?");
        }
    }

    @Test
    void readOnOneWhatWasWrittenToTheOther() {
        a.ask("ann", "PATCH", "/api/settings/", "{'zen_mode':true}").done();
        b.follow(a);

        assertThat(b.get("ann", "/api/settings/").body().path("zen_mode").asBoolean())
                .isTrue();
    }

    @Test
    void answerARepeatedRequestAsTheOtherDid() {
        String body = "{'content':'only once, whoever is asked','client_message_id':'once-1'}";
        Answer told =
                a.ask("ann", "POST", "/api/chat/" + ROOM + "/messages/", body).done();
        Answer again =
                b.ask("ann", "POST", "/api/chat/" + ROOM + "/messages/", body).done();

        assertThat(again.body().path("id")).isEqualTo(told.body().path("id"));
    }

    @Test
    void numberTheLinesOfOneRoomWithoutHolesWhoeverTakesThem() {
        List<CompletableFuture<Answer>> sent = IntStream.range(0, LINES)
                .mapToObj(line -> CompletableFuture.supplyAsync(() -> (line % 2 == 0 ? a : b)
                        .ask(
                                line % 2 == 0 ? "ann" : "bob",
                                "POST",
                                "/api/chat/" + ROOM + "/messages/",
                                "{'content':'" + words(line) + "'}")))
                .toList();
        List<String> ids = sent.stream()
                .map(answer -> answer.join().done().body().path("id").asString())
                .toList();

        assertThat(ids).doesNotHaveDuplicates();
        a.follow(b);
        var page = a.get("ann", "/api/chat/" + ROOM + "/messages/?limit=100").body();
        assertThat(page.path("items").valueStream().map(item -> item.path("id").asString()))
                .containsAll(ids)
                .doesNotHaveDuplicates();
    }

    @Test
    void tellOnOneWhoIsInARoomAtTheOther() throws IOException {
        try (EventStream here = room(a, "ann")) {
            try (EventStream there = room(b, "bob")) {
                assertThat(there.status()).isEqualTo(200);
                hear(here, "user_joined", "bob");
            }
            hear(here, "user_left", "bob");
        }
    }

    @Test
    void countAPersonOnceWhoIsAtBoth() throws IOException {
        try (EventStream ann = room(b, "ann")) {
            try (EventStream atOne = room(a, "bob")) {
                hear(ann, "user_joined", "bob");
                try (EventStream atTheOther = room(b, "bob")) {
                    assertThat(List.of(atOne.status(), atTheOther.status())).containsOnly(200);
                }
                Answer line = a.ask(
                                "ann", "POST", "/api/chat/" + ROOM + "/messages/", "{'content':'who is still there?'}")
                        .done();
                ann.next();
                assertThat(ann.data())
                        .as("the next thing that happened")
                        .contains(line.body().path("id").asString());
            }
            hear(ann, "user_left", "bob");
        }
    }

    @Test
    void tellWhenOneIsKilledThatWhoWasThereIsGone() throws IOException, InterruptedException {
        try (EventStream here = room(a, "ann");
                ServerProcess third = launch("c")) {
            third.awaitStarted();
            Site c = Site.at(third.port(), stores.issuer());
            c.appear("bob", "user");
            try (EventStream there = room(c, "bob")) {
                assertThat(there.status()).isEqualTo(200);
                hear(here, "user_joined", "bob");
                third.kill();
                hear(here, "user_left", "bob");
            }
            c.close();
        }
    }

    @Test
    void tellOnOneWhoTypesAtTheOther() throws InterruptedException {
        String conversation = a.ask(
                        "ann", "POST", "/api/messages/compose/", "{'recipient':'bob','content':'I shall write more'}")
                .done()
                .body()
                .path("conversation")
                .path("id")
                .asString();
        Frames ann = socket(a, "ann");
        Frames bob = socket(b, "bob");
        for (Frames one : List.of(ann, bob)) {
            one.say("{'type':'join_me','ref':'me'}");
            one.until("\"ref\":\"me\"");
            one.say("{'type':'join_room','ref':'room','room_id':'" + ROOM + "'}");
            one.until("\"ref\":\"room\"");
        }
        ann.say("{'type':'typing','ref':'1','room_id':'" + ROOM + "'}");
        assertThat(bob.until("\"typing\"")).contains("\"room_id\":\"" + ROOM, "\"username\":\"ann\"");
        ann.say("{'type':'typing','ref':'2','conversation_id':'" + conversation + "'}");
        assertThat(bob.until("\"typing\"")).contains("\"conversation_id\"", "\"username\":\"ann\"");
        ann.leave();
        bob.leave();
    }

    private static Frames socket(Site site, String username) {
        Frames frames = new Frames();
        site.socket(username, frames);
        return frames;
    }

    private static EventStream room(Site site, String username) throws IOException {
        return EventStream.open(site.port(), "/api/chat/" + ROOM + "/stream", bearer(site, username));
    }

    /** Waits for this to happen to somebody. */
    private static void hear(EventStream stream, String event, String username) throws IOException {
        do {
            stream.next();
        } while (!stream.name().equals(event) || !stream.data().contains("\"username\":\"" + username + "\""));
    }

    /** No two are nearly the same. */
    private static String words(int line) {
        return Integer.toString(LINES + line, 2).replace("0", "north ").replace("1", "east ");
    }

    private static List<String> bearer(Site site, String username) {
        return List.of("Authorization: " + site.bearer(username));
    }
}
