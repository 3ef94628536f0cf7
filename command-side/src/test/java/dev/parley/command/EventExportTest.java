package dev.parley.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.command.export.Detail;
import dev.parley.command.export.EventExport;
import dev.parley.command.export.EventExport.Part;
import dev.parley.command.export.EventExport.Question;
import dev.parley.command.export.EventExport.Wanted;
import dev.parley.command.export.ExportCommand.ExportPersonalData;
import dev.parley.command.export.ExportKey;
import dev.parley.command.export.Pseudonyms;
import dev.parley.command.log.EventSamples;
import dev.parley.kernel.Envelope;
import dev.parley.kernel.InvalidValue;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.export.ExportEvent.PersonalDataExported;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.MemberEvent.MemberJoined;
import dev.parley.kernel.member.Role;
import dev.parley.kernel.member.UserId;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletionException;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the command side did, exported by itself: one of each event 12 times over, a second apart. */
class EventExportTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Actor ANALYST = Actor.of(new UserId("vera"), Role.USER, Role.ANALYST);
    private static final Actor OTHER_ANALYST = Actor.of(new UserId("otto"), Role.ANALYST);
    private static final Actor ADMIN = Actor.of(new UserId("ida"), Role.ADMIN);
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Optional<Instant> FROM = Optional.of(NOON);
    private static final Optional<Instant> TO = Optional.of(NOON.plusSeconds(3_600));
    private static final Wanted ALL = new Wanted(Set.of(), FROM, TO);
    private static final Map<String, String> ENVELOPE =
            Map.of(Envelope.ACTOR, "u1", Envelope.CORRELATION, "request", Envelope.CAUSATION, "request");
    private static final int TIMES = 12;

    private static RunningSide side;
    private static EventExport export;

    @BeforeAll
    static void start() {
        side = new RunningSide();
        export = side.bean(EventExport.class);
        List<GenericDomainEventMessage<?>> events = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            for (Object sample : EventSamples.ALL) {
                int place = events.size();
                events.add(new GenericDomainEventMessage<>(
                        "Samples", "samples", place, sample, ENVELOPE, "sample-" + place, NOON.plusSeconds(i)));
            }
        }
        side.bean(EventStorageEngine.class).appendEvents(events);
    }

    @AfterAll
    static void stop() {
        side.close();
    }

    @Test
    void hasEveryEventOnceInTheOrderOfTheLog() {
        List<JsonNode> lines = lines(ANALYST, ALL);
        assertThat(lines)
                .hasSize(TIMES * EventSamples.ALL.size())
                .extracting(line -> line.path("type").asString())
                .startsWith("ReportFiled", "ReportContinued")
                .endsWith("ActivityReported");
        assertThat(lines).extracting(EventExportTest::cursor).isSorted().doesNotHaveDuplicates();
    }

    @RepeatedTest(20)
    void isTheSameIfItIsInterruptedAndGoesOnBehindItsLastCursor(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        Wanted wanted = random.nextBoolean() ? ALL : of("MessagePosted", "PostAdded", "Blocked");
        Question question = ask(ANALYST, "study", wanted);
        byte[] whole = read(question, 0);
        var resumed = new ByteArrayOutputStream();
        long position = 0;
        while (resumed.size() < whole.length) {
            byte[] rest = read(question, position);
            String arrived = new String(rest, 0, random.nextInt(rest.length + 1), UTF_8);
            String complete = arrived.substring(0, arrived.lastIndexOf('\n') + 1);
            resumed.writeBytes(complete.getBytes(UTF_8));
            position = complete.lines()
                    .reduce((one, next) -> next)
                    .map(line -> cursor(JSON.readTree(line)))
                    .orElse(position);
        }
        assertThat(resumed.toByteArray()).isEqualTo(whole);
        assertThat(read(question, position)).isEmpty();
    }

    @Test
    void isOfTheTypesThatAreAskedFor() {
        assertThat(lines(ANALYST, of("MessagePosted", "Blocked")))
                .hasSize(2 * TIMES)
                .extracting(line -> line.path("type").asString())
                .containsOnly("MessagePosted", "Blocked");
        assertThatThrownBy(() -> of("Nothing")).isInstanceOf(InvalidValue.class);
    }

    @Test
    void isOfTheTimeThatIsAskedFor() {
        var wanted =
                new Wanted(Set.of("MessagePosted"), Optional.of(NOON.plusSeconds(3)), Optional.of(NOON.plusSeconds(5)));
        assertThat(lines(ANALYST, wanted))
                .extracting(line -> line.path("at").asString())
                .containsExactly("2026-03-01T12:00:03.000Z", "2026-03-01T12:00:04.000Z");
        assertThat(lines(ANALYST, new Wanted(Set.of(), Optional.empty(), FROM))).isEmpty();
        assertThatThrownBy(() -> new Wanted(Set.of(), TO, FROM)).isInstanceOf(InvalidValue.class);
    }

    @Test
    void whoNamesTheSameKeyGetsTheSamePseudonyms() {
        byte[] mine = read(ask(ANALYST, "study", ALL), 0);
        assertThat(read(ask(OTHER_ANALYST, "study", ALL), 0)).isEqualTo(mine);
        assertThat(people(ask(ANALYST, "another", ALL)))
                .doesNotContainAnyElementsOf(people(ask(ANALYST, "study", ALL)));
    }

    @Test
    void withoutAKeyThePseudonymsAreTheViewersOwn() {
        Set<String> mine = people(ask(ANALYST, "", ALL));
        assertThat(people(ask(ANALYST, "", ALL))).isEqualTo(mine);
        assertThat(people(ask(OTHER_ANALYST, "", ALL))).doesNotContainAnyElementsOf(mine);
        assertThatThrownBy(() -> ask(ANALYST, "~otto", ALL)).isInstanceOf(InvalidValue.class);
    }

    @Test
    void hasThePseudonymsThatOthersGiveUnderTheSameKey() {
        var given = side.bean(Pseudonyms.class).under(new ExportKey(OTHER_ANALYST, "study"));
        assertThat(lines(ask(ANALYST, "study", of("MessagePosted"))))
                .extracting(line -> line.at("/payload/author").asString())
                .containsOnly(given.apply(new UserId("u1")));
    }

    @Test
    void isForAnalystsAndAdmins() {
        assertThat(export.behind(ask(ADMIN, "", ALL), 0).join().lines()).isNotEmpty();
        for (Role role : List.of(Role.USER, Role.SERVICE, Role.MODERATOR)) {
            assertRefused(ask(Actor.of(new UserId("una"), role), "", ALL));
        }
    }

    @Test
    void tellsNamesAndTextsToAdmins() {
        var question = new Question(ADMIN, Detail.NAMED, "", of("MessagePosted", "DirectMessageSent", "NotesWritten"));
        String lines = new String(read(question, 0), UTF_8);
        assertThat(lines)
                .contains("\"author\":\"u1\"")
                .contains("good luck ♟")
                .doesNotContain("a game tonight?", "try e4 next time");
        assertRefused(new Question(ANALYST, Detail.NAMED, "", ALL));
    }

    @Test
    void tellsOfAnEarlierShapeInTodays() {
        side.bean(JdbcClient.class)
                .sql("INSERT INTO domainevententry (aggregateidentifier, sequencenumber, type, eventidentifier,"
                        + " metadata, payload, payloadtype, timestamp) VALUES ('old', 0, 'Member', 'old', '{}',"
                        + " '{\"member\":\"old\",\"username\":\"Old\"}', ?, '2026-03-02T12:00:00.000Z')")
                .param(MemberJoined.class.getName())
                .update();
        var wanted = new Wanted(Set.of(), TO, Optional.empty());
        assertThat(lines(ANALYST, wanted).getFirst().at("/payload/issued_at").asString())
                .isEqualTo("1970-01-01T00:00:00.000Z");
    }

    @Test
    void ofNamesAndTextsIsItselfAnEvent() {
        var command = new ExportPersonalData(
                ADMIN, 0, List.of(), Optional.empty(), Optional.empty(), "asked for by the court");
        assertThat(side.first(PersonalDataExported.class, command).by()).isEqualTo(ADMIN.id());
        assertThat(lines(ANALYST, of("PersonalDataExported"))
                        .getLast()
                        .path("role")
                        .asString())
                .isEqualTo("admin");
    }

    private static void assertRefused(Question question) {
        assertThatThrownBy(() -> read(question, 0))
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        CommandRejected.class,
                        refused -> assertThat(refused.rule()).isEqualTo(Rejection.NOT_ALLOWED));
    }

    private static Wanted of(String... types) {
        return new Wanted(Set.of(types), Optional.empty(), Optional.empty());
    }

    private static Question ask(Actor viewer, String key, Wanted wanted) {
        return new Question(viewer, Detail.PSEUDONYMOUS, key, wanted);
    }

    private static byte[] read(Question question, long position) {
        var all = new ByteArrayOutputStream();
        for (OptionalLong next = OptionalLong.of(position); next.isPresent(); ) {
            Part part = export.behind(question, next.getAsLong()).join();
            all.writeBytes(part.lines());
            next = part.next();
        }
        return all.toByteArray();
    }

    private static List<JsonNode> lines(Actor viewer, Wanted wanted) {
        return lines(ask(viewer, "", wanted));
    }

    private static List<JsonNode> lines(Question question) {
        return new String(read(question, 0), UTF_8).lines().map(JSON::readTree).toList();
    }

    private static Set<String> people(Question question) {
        Set<String> people = new HashSet<>();
        lines(question).forEach(line -> people.addAll(line.at("/payload").findValuesAsString("member")));
        return people;
    }

    private static long cursor(JsonNode line) {
        return Long.parseLong(line.path("cursor").asString());
    }
}
