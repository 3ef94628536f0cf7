package dev.parley.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.BDDMockito.given;

import dev.parley.command.Commands;
import dev.parley.command.History;
import dev.parley.command.Outcome;
import dev.parley.command.SecretDigests;
import dev.parley.command.export.EventExport;
import dev.parley.command.export.EventExport.Part;
import dev.parley.command.export.PersonalExport;
import dev.parley.command.export.Pseudonyms;
import dev.parley.command.member.CurrentSettings;
import dev.parley.command.member.Settings;
import dev.parley.command.member.Usernames;
import dev.parley.command.moderation.detection.DryRun;
import dev.parley.kernel.member.ChatTab;
import dev.parley.kernel.member.MessagePrivacy;
import dev.parley.kernel.member.Standing;
import dev.parley.query.BlockLists;
import dev.parley.query.FollowLists;
import dev.parley.query.KidModes;
import dev.parley.query.Names;
import dev.parley.query.Positions;
import dev.parley.query.Standings;
import dev.parley.query.direct.live.DirectTyping;
import dev.parley.query.direct.live.PersonalStreams;
import dev.parley.query.forum.post.PostPages;
import dev.parley.query.forum.post.PostViews;
import dev.parley.query.moderation.live.ModeratorStreams;
import dev.parley.query.room.RoomStates;
import dev.parley.query.room.live.LiveRooms;
import dev.parley.query.room.message.MessagePages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.axonframework.queryhandling.QueryGateway;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.http.HttpHeaders;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.reactive.server.WebTestClient;

/** A running server with stubs in place of the two sides: one for all tests of the API. */
@SpringBootTest(classes = WebLayer.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@AutoConfigureWebTestClient(timeout = "PT10S")
@ActiveProfiles("embedded")
public abstract class ApiTest {
    private static final Path DATA = dataDirectory();

    @MockitoBean
    protected Commands commands;

    @MockitoBean
    protected History history;

    @MockitoBean
    protected DryRun dryRun;

    @MockitoBean
    protected EventExport export;

    @MockitoBean
    protected Pseudonyms pseudonyms;

    @MockitoBean
    protected PersonalExport ownExport;

    @MockitoBean
    protected QueryGateway queries;

    @MockitoBean
    protected Names names;

    @MockitoBean
    protected BlockLists blocks;

    @MockitoBean
    protected KidModes kids;

    @MockitoBean
    protected Standings standings;

    @MockitoBean
    protected FollowLists follows;

    @MockitoBean
    protected PersonalStreams people;

    @MockitoBean
    private DirectTyping typing;

    @MockitoBean
    protected ModeratorStreams moderators;

    @MockitoBean
    protected Positions positions;

    @MockitoBean
    protected RoomStates states;

    @MockitoBean
    protected MessagePages pages;

    @MockitoBean
    protected PostPages posts;

    @MockitoBean
    protected PostViews postViews;

    @MockitoBean
    protected Usernames usernames;

    @MockitoBean
    protected CurrentSettings settings;

    @MockitoBean
    protected SecretDigests digests;

    @MockitoBean
    protected LiveRooms live;

    @Autowired
    protected WebTestClient web;

    @LocalServerPort
    protected int port;

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        registry.add("parley.data-directory", DATA::toString);
        registry.add("server.address", () -> "127.0.0.1");
        registry.add("parley.cors.allowed-origins", () -> "https://play.example");
    }

    @BeforeEach
    void nothingIsNew() {
        given(commands.send(any(), any())).willReturn(CompletableFuture.completedFuture(Outcome.nothingNew(1)));
        given(positions.reached(any(), anyLong())).willReturn(CompletableFuture.completedFuture(null));
        given(blocks.blockedBy(any())).willReturn(CompletableFuture.completedFuture(Set.of()));
        given(kids.isKid(any())).willReturn(CompletableFuture.completedFuture(false));
        given(standings.watch(any(), any())).willReturn(() -> {});
        given(standings.standing(any())).willReturn(CompletableFuture.completedFuture(Standing.UNKNOWN));
        given(follows.followedBy(any())).willReturn(CompletableFuture.completedFuture(Map.of()));
        given(settings.of(any())).willReturn(new Settings(false, ChatTab.CHAT, MessagePrivacy.EVERYONE, false));
        given(digests.of(any(), any())).willAnswer(call -> "digest of " + call.getArgument(1));
        given(positions.seen(anyLong())).willReturn(CompletableFuture.completedFuture(null));
        given(export.behind(any(), anyLong()))
                .willReturn(CompletableFuture.completedFuture(new Part(new byte[0], OptionalLong.empty())));
        given(pseudonyms.under(any())).willReturn(person -> "pseudonym of " + person);
        given(ownExport.behind(any(), anyLong()))
                .willReturn(
                        CompletableFuture.completedFuture(new PersonalExport.Part(List.of(), OptionalLong.empty())));
        given(names.people(any())).willReturn(CompletableFuture.completedFuture(Map.of()));
    }

    /** A token of the embedded issuer. */
    protected String token(String username, String... roles) {
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

    /** The client of somebody with a token. */
    protected WebTestClient as(String username, String... roles) {
        String token = token(username, roles);
        return web.mutate()
                .defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .build();
    }

    private static Path dataDirectory() {
        try {
            return Files.createTempDirectory("parley-api-test");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param problem the last part of its type */
    protected static void assertRefused(WebTestClient.ResponseSpec answer, int status, String problem) {
        answer.expectStatus()
                .isEqualTo(status)
                .expectBody()
                .jsonPath("$.type")
                .value(String.class, type -> assertThat(type).endsWith("/" + problem));
    }
}
