package dev.parley.api.live;

import dev.parley.api.WebLayer;
import dev.parley.command.History;
import dev.parley.command.SecretDigests;
import dev.parley.command.export.EventExport;
import dev.parley.command.export.PersonalExport;
import dev.parley.command.export.Pseudonyms;
import dev.parley.command.member.CurrentSettings;
import dev.parley.command.member.Usernames;
import dev.parley.command.moderation.detection.DryRun;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.room.EntityId;
import dev.parley.kernel.room.RoomEvent.RoomOpened;
import dev.parley.kernel.room.RoomId;
import dev.parley.kernel.room.RoomType;
import dev.parley.query.FollowLists;
import dev.parley.query.Positions;
import dev.parley.query.direct.live.DirectTyping;
import dev.parley.query.direct.live.PersonalStreams;
import dev.parley.query.forum.post.PostPages;
import dev.parley.query.forum.post.PostViews;
import dev.parley.query.moderation.live.ModeratorStreams;
import dev.parley.query.room.message.MessagePages;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.queryhandling.QueryGateway;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.reactive.server.WebTestClient;

/** A running server with live delivery on a log in memory. */
@SpringBootTest(
        classes = {WebLayer.class, LiveLayer.class},
        webEnvironment = WebEnvironment.RANDOM_PORT)
@AutoConfigureWebTestClient(timeout = "PT10S")
@ActiveProfiles("embedded")
@TestPropertySource(properties = "parley.limits.enabled=false")
abstract class LiveTest {
    private static final AtomicInteger ROOMS = new AtomicInteger();

    @TempDir
    private static Path data;

    @MockitoBean
    PersonalStreams people;

    @MockitoBean
    private DirectTyping typing;

    @MockitoBean
    private ModeratorStreams moderators;

    @MockitoBean
    FollowLists follows;

    @MockitoBean
    private History history;

    @MockitoBean
    private DryRun dryRun;

    @MockitoBean
    private EventExport export;

    @MockitoBean
    private PersonalExport ownExport;

    @MockitoBean
    private Pseudonyms pseudonyms;

    @MockitoBean
    private PostPages posts;

    @MockitoBean
    private PostViews postViews;

    @MockitoBean
    private SecretDigests digests;

    @MockitoBean
    private CurrentSettings settings;

    @MockitoBean
    private QueryGateway queries;

    @MockitoBean
    private Positions positions;

    @MockitoBean
    private MessagePages pages;

    @MockitoBean
    private Usernames usernames;

    @Autowired
    LiveLayer.Log log;

    @Autowired
    WebTestClient web;

    @LocalServerPort
    int port;

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        registry.add("parley.data-directory", data::toString);
        registry.add("server.address", () -> "127.0.0.1");
        registry.add("parley.cors.allowed-origins", () -> "https://play.example");
    }

    /** A room that these people alone read; everybody does where nobody is named. */
    RoomId room(UserId... participants) {
        var entity = new EntityId("r" + ROOMS.incrementAndGet());
        RoomId room = RoomId.of(RoomType.TEAM, entity);
        log.append(new RoomOpened(room, RoomType.TEAM, entity, List.of(participants), participants.length == 0));
        return room;
    }

    String token(String username, String... roles) {
        return (String) web.post()
                .uri("/dev/token")
                .bodyValue(Map.of("username", username, "roles", List.of(roles)))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody()
                .get("access_token");
    }

    /** Whose token this is. */
    static UserId subject(String token) {
        String claims = new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
        return new UserId(claims.replaceAll(".*\"sub\":\"([^\"]+)\".*", "$1"));
    }
}
