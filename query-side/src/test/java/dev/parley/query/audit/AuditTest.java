package dev.parley.query.audit;

import static dev.parley.query.audit.AuditLog.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.parley.kernel.InvalidValue;
import dev.parley.kernel.PersonalText;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.direct.ConversationEvent.DirectMessageSent;
import dev.parley.kernel.direct.ConversationId;
import dev.parley.kernel.member.ActionId;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.MemberEvent.MemberWarned;
import dev.parley.kernel.member.MemberEvent.SanctionEnded;
import dev.parley.kernel.member.MemberEvent.SanctionImposed;
import dev.parley.kernel.member.Role;
import dev.parley.kernel.member.Sanction;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.moderation.CaseEvent.CaseReviewed;
import dev.parley.kernel.moderation.CaseEvent.ReportFiled;
import dev.parley.kernel.moderation.CaseFileId;
import dev.parley.kernel.moderation.CaseId;
import dev.parley.kernel.moderation.CaseKind;
import dev.parley.kernel.moderation.ReportType;
import dev.parley.kernel.moderation.ReporterEvent.Reported;
import dev.parley.kernel.relations.RelationsEvent.Followed;
import dev.parley.kernel.room.RoomEvent.MessagePosted;
import dev.parley.kernel.room.RoomId;
import dev.parley.query.Contract;
import dev.parley.query.MongoForTests;
import dev.parley.query.NamesForTests;
import dev.parley.query.Page;
import dev.parley.query.PersonView;
import dev.parley.query.ProjectionRun;
import dev.parley.query.ReadRefused;
import dev.parley.query.SearchUnavailable;
import dev.parley.query.audit.AuditQuery.SearchAudit;
import dev.parley.query.audit.AuditQuery.What;
import dev.parley.query.audit.AuditQuery.When;
import dev.parley.query.audit.AuditQuery.Who;
import dev.parley.query.audit.AuditRowView.Cause;
import dev.parley.query.embedded.ElasticsearchForTests;
import dev.parley.query.search.Engines;
import dev.parley.query.search.IndexWrites;
import dev.parley.query.search.SearchEngine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** The audit with the embedded Elasticsearch, as the server runs it. */
@Contract
@ExtendWith(ElasticsearchForTests.class)
class AuditTest {
    private static final ProjectionRun RUN = ProjectionRun.first("audit-search");
    private static final UserId ANN = new UserId("ann");
    private static final UserId BEN = new UserId("ben");
    private static final UserId MOD = new UserId("mod");
    private static final RoomId ROOM = new RoomId("game~abc");
    private static final ActionId ACTION = new ActionId(BEN, 1);
    private static final Who ANYBODY = new Who(Optional.empty(), Optional.empty());
    private static final What ANYTHING = new What("", "", "", "", "");
    private static final When EVER = new When(Optional.empty(), Optional.empty());

    private static SearchEngine engine;

    private final IndexWrites writes = new IndexWrites(engine);
    private final AuditProjection projection = new AuditProjection(writes);
    private final AuditQueryHandler queries = new AuditQueryHandler(new AuditSearch(engine), new NamesForTests());
    private final AuditLog log = new AuditLog();

    @BeforeAll
    static void start() {
        engine = Engines.at(ElasticsearchForTests.address());
    }

    @BeforeEach
    void begin() {
        writes.drop(RUN);
        assertThat(writes.isLostFor(RUN)).isTrue();
        writes.beginAnew(RUN);
        writes.reached(RUN, 0, 0);
    }

    @Test
    void listsWhatWasDoneNewestFirst() {
        story();
        assertThat(rows(ANYBODY, ANYTHING, EVER))
                .extracting(AuditRowView::type)
                .containsExactly("SanctionEnded", "SanctionImposed", "Followed", "MessagePosted");
    }

    @Test
    void showsAllOfOneEvent() {
        story();
        AuditRowView row = rows(ANYBODY, new What("", "", "", "", "e2"), EVER).getFirst();
        assertThat(row)
                .isEqualTo(new AuditRowView(
                        "e2",
                        2,
                        NOON.plusSeconds(2),
                        "SanctionImposed",
                        "member",
                        "ben",
                        person(MOD),
                        "moderator",
                        "Insulted others, twice",
                        "e2",
                        "request2",
                        List.of(person(BEN)),
                        new Cause("request", "request2"),
                        List.of("e3"),
                        "/api/mod/history/member/ben/"));
    }

    @Test
    void namesTheEventThatTheServerReactedTo() {
        story();
        AuditRowView ended =
                rows(ANYBODY, new What("SanctionEnded", "", "", "", ""), EVER).getFirst();
        assertThat(ended.cause()).isEqualTo(new Cause("event", "e2"));
        assertThat(ended.actor().id()).isEqualTo("system");
        assertThat(ended.effects()).isEmpty();
        assertThat(rows(ANYBODY, new What("", "", "request2", "", ""), EVER))
                .extracting(AuditRowView::eventId)
                .containsExactly("e3", "e2");
        assertThat(rows(ANYBODY, new What("", "", "", "e2", ""), EVER))
                .extracting(AuditRowView::eventId)
                .containsExactly("e3");
    }

    @Test
    void findsByWhoDidItAndToWhom() {
        story();
        assertThat(rows(new Who(Optional.of(ANN), Optional.empty()), ANYTHING, EVER))
                .extracting(AuditRowView::type)
                .containsExactly("Followed", "MessagePosted");
        assertThat(rows(new Who(Optional.empty(), Optional.of(BEN)), ANYTHING, EVER))
                .extracting(AuditRowView::type)
                .containsExactly("SanctionEnded", "SanctionImposed", "Followed");
        assertThat(rows(new Who(Optional.of(MOD), Optional.of(ANN)), ANYTHING, EVER))
                .isEmpty();
    }

    @Test
    void showsNobodyWhatIsAboutThemselves() {
        var file = new CaseId(new CaseFileId(CaseKind.CONDUCT, MOD), 1);
        var text = new PersonalText(ANN, "shouts at everybody");
        var filed = new ReportFiled(file, 1, ANN, ReportType.CHAT, text, Optional.empty(), Optional.empty());
        log.add("CaseFile", file.file().toString(), filed, "ann", "user", "");
        log.react("Reporter", "reporter~ann", new Reported(ANN, file, 1), "e0", "request0");
        log.add("Member", "mod", new MemberWarned(MOD, new ActionId(MOD, 1), "shouting"), "mod2", "admin", "shouting");
        log.add("CaseFile", file.file().toString(), new CaseReviewed(file, BEN), "ben", "moderator", "seen");
        say(1);
        project();
        awaitRows(1);
        assertThat(rows(ANYBODY, ANYTHING, EVER)).extracting(AuditRowView::type).containsExactly("MessagePosted");
        var other = new SearchAudit(Actor.of(BEN, Role.MODERATOR), ANYBODY, ANYTHING, EVER, "", 10);
        assertThat(ask(other).items())
                .extracting(AuditRowView::type)
                .containsExactly("MessagePosted", "CaseReviewed", "MemberWarned", "Reported", "ReportFiled");
    }

    @Test
    void findsByTheWordsOfTheReason() {
        story();
        assertThat(found("insulted twice")).containsExactly("SanctionImposed");
        assertThat(found("insulted once")).isEmpty();
    }

    @Test
    void findsFromAnInstantToBeforeAnother() {
        story();
        assertThat(rows(ANYBODY, ANYTHING, when(1, 3)))
                .extracting(AuditRowView::position)
                .containsExactly(2L, 1L);
        assertThat(rows(ANYBODY, ANYTHING, new When(Optional.of(NOON.plusMillis(2_001)), Optional.empty())))
                .extracting(AuditRowView::position)
                .containsExactly(3L);
    }

    @Test
    void pagesWithoutGapOrRepetition() {
        for (int number = 1; number <= 25; number++) {
            say(number);
        }
        project();
        awaitRows(25);
        List<Long> positions = new ArrayList<>();
        String cursor = "";
        do {
            Page<AuditRowView> page = ask(new SearchAudit(moderator(), ANYBODY, ANYTHING, EVER, cursor, 10));
            page.items().forEach(row -> positions.add(row.position()));
            cursor = page.next();
        } while (cursor != null);
        assertThat(positions).hasSize(25).doesNotHaveDuplicates().isSortedAccordingTo((a, b) -> Long.compare(b, a));
    }

    @Test
    void keepsNothingThatPeopleWrote() {
        say(1);
        var talk = ConversationId.of(ANN, BEN);
        var sent = new DirectMessageSent(talk, 1, ANN, 1, 0, new PersonalText(ANN, "hello there"));
        log.add("Conversation", talk.value(), sent, "ann", "user", "");
        project();
        awaitRows(2);
        assertThat(everything().toString()).doesNotContain("hello there").contains("\"subjects\":[\"ben\"]");
        assertThat(rows(ANYBODY, new What("DirectMessageSent", "", "", "", ""), EVER)
                        .getFirst()
                        .history())
                .isEqualTo("/api/mod/history/conversation/dm~ann~ben/");
    }

    @Test
    void isASmallDocumentForALine() {
        say(1);
        project();
        awaitRows(1);
        assertThat(everything().get(0).path("_source").propertyNames())
                .containsExactlyInAnyOrder(
                        "position", "at", "type", "aggregate", "stream", "actor", "role", "correlation");
    }

    @Test
    void staysTheSameWhenEverythingComesTwice() {
        story();
        JsonNode once = everything();
        project();
        assertThat(everything()).isEqualTo(once).hasSize(4);
    }

    @Test
    void isForModerators() {
        var query = new SearchAudit(Actor.of(ANN, Role.USER), ANYBODY, ANYTHING, EVER, "", 10);
        assertThatThrownBy(() -> queries.handle(query))
                .isInstanceOfSatisfying(
                        ReadRefused.class, refused -> assertThat(refused.rule()).isEqualTo(Rejection.NOT_ALLOWED));
    }

    @Test
    void failsWhereThereIsNoServerAndUntilTheIndexIsFull() {
        CompletableFuture<?> nowhere = new AuditQueryHandler(new AuditSearch(Engines.nowhere()), new NamesForTests())
                .handle(new SearchAudit(moderator(), ANYBODY, ANYTHING, EVER, "", 10));
        assertThatThrownBy(nowhere::join).hasCauseInstanceOf(SearchUnavailable.class);
        writes.drop(RUN);
        assertThatThrownBy(() -> rows(ANYBODY, ANYTHING, EVER)).hasCauseInstanceOf(SearchUnavailable.class);
    }

    @Test
    void refusesFieldsOutOfTheirBounds() {
        assertThatThrownBy(() -> new SearchAudit(moderator(), ANYBODY, ANYTHING, EVER, "x", 10))
                .isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> new SearchAudit(moderator(), ANYBODY, ANYTHING, EVER, "", 101))
                .isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> new What("", "q".repeat(201), "", "", "")).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> new What("", "", "", "", "e".repeat(256))).isInstanceOf(InvalidValue.class);
    }

    /** Ann says something and follows Ben, who is banned from chat for a while. */
    private void story() {
        say(1);
        log.add("Relations", "relations~ann", new Followed(ANN, BEN), "ann", "user", "");
        var until = Optional.of(NOON.plusSeconds(60));
        var imposed = new SanctionImposed(BEN, ACTION, Sanction.CHAT_BAN, "Insulted others, twice", until);
        log.add("Member", "ben", imposed, "mod", "moderator", "Insulted others, twice");
        log.react("Member", "ben", new SanctionEnded(BEN, ACTION, Sanction.CHAT_BAN), "e2", "request2");
        project();
        awaitRows(4);
    }

    private void say(long number) {
        var line = new MessagePosted(ROOM, number, ANN, new PersonalText(ANN, "hello there"));
        log.add("Room", ROOM.value(), line, "ann", "user", "");
    }

    private void project() {
        MongoForTests.play(
                log.events(),
                (payload, event) -> projection.on(event, ((TrackedEventMessage<?>) event).trackingToken()),
                writes);
    }

    private void awaitRows(int count) {
        await().until(() -> rows(ANYBODY, ANYTHING, EVER).size() == count);
    }

    private List<String> found(String q) {
        return rows(ANYBODY, new What("", q, "", "", ""), EVER).stream()
                .map(AuditRowView::type)
                .toList();
    }

    private List<AuditRowView> rows(Who who, What what, When when) {
        return ask(new SearchAudit(moderator(), who, what, when, "", 100)).items();
    }

    private Page<AuditRowView> ask(SearchAudit query) {
        return queries.handle(query).join();
    }

    private static When when(int from, int to) {
        return new When(at(from), at(to));
    }

    private static Optional<Instant> at(int second) {
        return Optional.of(NOON.plusSeconds(second));
    }

    private static Actor moderator() {
        return Actor.of(MOD, Role.MODERATOR);
    }

    private static PersonView person(UserId id) {
        return new NamesForTests().person(id);
    }

    private static JsonNode everything() {
        return engine.search(AuditIndex.INDEX, Map.of("size", 1_000, "version", true, "sort", "position"))
                .join()
                .at("/hits/hits");
    }
}
