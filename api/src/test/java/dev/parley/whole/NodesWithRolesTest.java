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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One node that handles commands, one that answers queries and serves clients, and one that serves clients alone, behind
 * Axon Server: one person's session goes on at either of those two.
 */
class NodesWithRolesTest {
    private static final String ROOM = "team~club";

    @TempDir
    private static Path directory;

    private static SharedStores stores;
    private static final List<ServerProcess> NODES = new ArrayList<>();
    private static Site a;
    private static Site b;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        Assumptions.assumeTrue(
                RealAxonServer.isGiven(), "Nodes with roles are not tried without -Dparley.test.axonserver=host:port");
        stores = SharedStores.start();
        List<String> shared = new ArrayList<>(stores.settings());
        shared.addAll(RealAxonServer.emptied());
        for (String role : List.of("command", "query,api", "api")) {
            List<String> settings = new ArrayList<>(shared);
            settings.add("--parley.roles=" + role);
            NODES.add(ServerProcess.launch(
                    Setup.on(directory.resolve("node-" + NODES.size()), settings.toArray(String[]::new))));
        }
        for (ServerProcess node : NODES) {
            node.awaitStarted();
        }
        a = Site.at(NODES.get(1).port(), stores.issuer());
        b = Site.at(NODES.get(2).port(), stores.issuer());
        for (String username : List.of("ann", "bob", "cid")) {
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

    @AfterAll
    static void stop() throws IOException {
        for (ServerProcess node : NODES) {
            node.close();
        }
        if (stores != null) {
            a.close();
            b.close();
            stores.close();
        }
    }

    @Test
    void readWhereverWhatWasWrittenAnywhere() {
        a.ask("ann", "POST", "/api/chat/" + ROOM + "/messages/", "{'content':'written at the first'}")
                .done();
        b.follow(a);

        assertThat(b.get("ann", "/api/chat/" + ROOM + "/messages/").body().toString())
                .contains("written at the first");
    }

    @Test
    void refuseByTheSameRuleEverywhere() {
        a.ask("bob", "POST", "/api/users/cid/block/", "").done();

        Answer refused = b.ask("cid", "POST", "/api/messages/compose/", "{'recipient':'bob','content':'hello'}");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.told()).isEqualTo("blocked");
        assertThat(b.ask("ann", "POST", "/api/chat/team~none/messages/", "{'content':'hello'}")
                        .told())
                .isEqualTo("unknown-room");
        assertThat(b.get("ann", "/api/mod/reports/").told()).isEqualTo("not-allowed");
    }

    @Test
    void answerARepeatedRequestOnceWhicheverIsAsked() {
        String body = "{'content':'only once, whoever is asked','client_message_id':'once-1'}";
        Answer told =
                a.ask("ann", "POST", "/api/chat/" + ROOM + "/messages/", body).done();
        Answer again =
                b.ask("ann", "POST", "/api/chat/" + ROOM + "/messages/", body).done();

        assertThat(again.body().path("id")).isEqualTo(told.body().path("id"));
    }

    @Test
    void deliverLiveWhatAnotherAccepted() throws IOException {
        List<String> bearer = List.of("Authorization: " + b.bearer("bob"));
        try (EventStream own = EventStream.open(b.port(), "/api/me/stream", bearer)) {
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
    void tellWhoIsInARoomAtAnother() throws IOException {
        String room = "/api/chat/" + ROOM + "/stream";
        try (EventStream ann = EventStream.open(a.port(), room, List.of("Authorization: " + a.bearer("ann")));
                EventStream bob = EventStream.open(b.port(), room, List.of("Authorization: " + b.bearer("bob")))) {
            assertThat(bob.status()).isEqualTo(200);
            await().atMost(Duration.ofSeconds(5)).until(() -> {
                ann.next();
                return ann.name().equals("user_joined");
            });
            assertThat(ann.data()).contains("\"username\":\"bob\"");
        }
    }

    @Test
    void serveNobodyWithoutTheRole() {
        Site commands = Site.at(NODES.get(0).port(), stores.issuer());
        commands.appear("ann", "user");

        for (String address : List.of("/", "/api/settings/", "/api/client", "/v3/api-docs", "/swagger-ui/index.html")) {
            assertThat(commands.get("ann", address).status()).as(address).isEqualTo(404);
        }
        assertThat(commands.get("ann", "/actuator/health").status()).isEqualTo(200);
        commands.close();
    }
}
