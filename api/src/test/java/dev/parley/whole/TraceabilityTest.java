package dev.parley.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import dev.parley.api.stack.Stack;
import dev.parley.query.Positions;
import dev.parley.query.ProjectionCatalog;
import dev.parley.query.search.SearchAddress;
import dev.parley.whole.Site.Answer;
import dev.parley.whole.Traces.Row;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * After all that the matrix asks for, and more, so that every kind of event has happened that no clock brings: every row
 * of every read model says which event set it, and that event is in the log and about the row.
 */
class TraceabilityTest {
    /** What everybody of the matrix may do leads to most events; this leads to the rest. */
    private static final String MORE = """
            service   POST   /api/chat/rooms {'room_type':'game','game_id':'{new}','participants':['owner','guest']}
            service   PATCH  /api/chat/game~{new} {'finished':true}
            owner     PATCH  /api/chat/{roomId} {'is_disabled':true}
            owner     PATCH  /api/chat/{roomId} {'is_disabled':false}
            owner     POST   /api/chat/{roomId}/timeouts {'username':'guest','reason':'spam'}
            owner     DELETE /api/chat/{roomId}/timeouts/guest
            restricted POST  /api/messages/{conversationId} {'content':'a message about {new}'}
            owner     PATCH  /api/messages/{conversationId}/read
            owner     PUT    /api/forum/posts/{postId}/reactions/heart
            owner     DELETE /api/forum/posts/{postId}/reactions/heart
            owner     POST   /api/forum/topics/{topicId}/posts {'content':'ask @guest about {new}'}
            owner     PATCH  /api/forum/topics/{topicId}/close {'is_closed':true}
            owner     PATCH  /api/forum/topics/{topicId}/close {'is_closed':false}
            moderator PATCH  /api/forum/topics/{topicId}/pin {'is_pinned':true,'reason':'for all'}
            moderator PATCH  /api/forum/topics/{topicId}/pin {'is_pinned':false,'reason':'not for all'}
            kid       POST   /api/settings/kid-mode {'enabled':false,'password':'long enough'}
            service   PUT    /api/classes/{classId} {'teachers':['guest'],'students':['owner'],'managed':true}
            service   PUT    /api/classes/{classId} {'teachers':[],'students':[],'managed':false}
            owner     PATCH  /api/settings {'zen_mode':true,'message_privacy':'friends'}
            guest     POST   /api/reports {'reported_user':'other','report_type':'chat','description':'is rude'}
            guest     POST   /api/reports {'reported_user':'other','report_type':'chat','description':'is rude again'}
            moderator POST   /api/mod/reports/case~conduct~dev-other~1/claim
            moderator POST   /api/mod/reports/case~conduct~dev-other~1/action {'action_type':'account_ban','reason':'rude'}
            moderator POST   /api/mod/appeals/{appealId}/answer {'granted':false,'reason':'no joke'}
            admin     GET    /api/analytics/events/?personal=true&reason=a-court-asks-for-it&types=MemberJoined
            """;

    /**
     * What only time brings, who loses their name to somebody else, what needs a version that is filled first or a dead
     * letter, and who says the same twice with idempotency keys.
     */
    private static final Set<String> ELSEWHERE = Set.of(
            "InquiryLapsed",
            "SanctionEnded",
            "UsernameLost",
            "UsernameReleased",
            "ContributionRepeated",
            "RebuildCancelled",
            "RepairRequested",
            "RetryRequested",
            "RollbackRequested",
            "SkipRequested",
            "SwitchRequested");

    private static final Set<String> READ_MODELS = Set.of(
            "active_people",
            "active_people_marks",
            "activities",
            "appeals",
            "audit",
            "case_days",
            "case_flow",
            "case_flow_marks",
            "case_openings",
            "case_queue",
            "cases",
            "categories",
            "decision_times",
            "direct-messages",
            "direct_messages",
            "discipline",
            "erasures",
            "first_decisions",
            "forum-posts",
            "inboxes",
            "members",
            "message_counts",
            "message_marks",
            "messages",
            "notes",
            "notices",
            "participations",
            "posts",
            "relations",
            "reporters",
            "rooms",
            "second_decisions",
            "topic_lists",
            "topics");

    /** Fields that say what a row is about. */
    private static final Set<String> NAMING = Set.of("room", "conversation", "topic", "person", "stream", "post");

    private static Stack stack;
    private static final Traces TRACES = new Traces();
    private static final Set<String> KINDS = new HashSet<>();
    private static final Set<String> HAPPENED = new HashSet<>();
    private static final List<TrackedEventMessage<?>> LOG = new ArrayList<>();
    private static List<Row> rows;

    @BeforeAll
    static void askForEverything() {
        stack = Stack.start(RealAxonServer.or(
                "--parley.forum.pace.enabled=false",
                "--parley.chat.flood.enabled=false",
                "--parley.elasticsearch.home=" + System.getProperty("elasticsearch.home")));
        try (Site site = Site.at(stack.port())) {
            Neighbourhood people = Neighbourhood.around(site);
            Asking asking = new Asking(site, people);
            Matrix matrix = Matrix.read();
            matrix.rows().keySet().forEach(endpoint -> matrix.callers().forEach(who -> asking.answer(who, endpoint)));
            people.filled(MORE, "restricted").lines().forEach(line -> done(site, line.split(" +", 4)));
            site.appear("Guest", "user");
            KINDS.addAll(site.get("admin", "/api/analytics/events/schema/")
                    .body()
                    .path("$defs")
                    .propertyNames());
        }
        awaitProjections();
        stack.log(event -> {
            LOG.add(event);
            TRACES.add(event);
            HAPPENED.add(event.getPayloadType().getSimpleName());
        });
        rows = new StoredRows(stack.part(MongoDatabase.class), stack.part(SearchAddress.class)).read();
        rows.forEach(TRACES::add);
    }

    @AfterAll
    static void stop() {
        stack.close();
    }

    private static void done(Site site, String[] words) {
        Answer answer = site.ask(words[0], words[1], words[2], words.length == 4 ? words[3] : "");
        assertThat(answer.status()).as("%s: %s", List.of(words), answer.body()).isBetween(200, 299);
    }

    /** Until all reactions have been done, and then until all that follows from them can be read. */
    private static void awaitProjections() {
        await().atMost(Duration.ofSeconds(30)).until(() -> reactions().allMatch(TraceabilityTest::isCaughtUp));
        await().atMost(Duration.ofSeconds(30)).ignoreExceptions().until(TraceabilityTest::isAllStored);
    }

    private static boolean isCaughtUp(StreamingEventProcessor reaction) {
        var segments = reaction.processingStatus().values();
        return !segments.isEmpty() && segments.stream().allMatch(EventTrackerStatus::isCaughtUp);
    }

    private static Stream<StreamingEventProcessor> reactions() {
        return stack.part(Configuration.class).eventProcessingConfiguration().eventProcessors().values().stream()
                .filter(StreamingEventProcessor.class::isInstance)
                .map(StreamingEventProcessor.class::cast);
    }

    private static boolean isAllStored() {
        long head = stack.part(EventStore.class).createHeadToken().position().orElseThrow();
        Positions positions = stack.part(Positions.class);
        stack.part(ProjectionCatalog.class)
                .names()
                .forEach(name -> positions.reached(name, head).join());
        return true;
    }

    @Test
    void noRowIsAnOrphan() {
        assertThat(rows.stream().flatMap(row -> TRACES.faults(row).stream())).isEmpty();
    }

    @Test
    void everyReadModelHasRows() {
        assertThat(rows.stream().map(Row::collection).collect(Collectors.toSet()))
                .isEqualTo(READ_MODELS);
    }

    @Test
    void everyKindOfEventHasHappened() {
        Set<String> missing = new HashSet<>(KINDS);
        missing.removeAll(HAPPENED);
        assertThat(missing).isEqualTo(ELSEWHERE);
    }

    /** To the byte, in all read models: also of events that nothing here leads to. */
    @ParameterizedTest(name = "with seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void eventsThatComeTwiceAndLateChangeNothing(long seed) {
        assertThat(new Redelivery(stack, LOG).differences(seed)).isEmpty();
    }

    /** Each row as it would be if it spoke of events that never were. */
    @Test
    void aRowThatNoEventSetIsFound() {
        assertThat(rows)
                .allSatisfy(row -> assertThat(
                                TRACES.faults(new Row(row.collection(), row.id(), (Document) forged(row.fields()))))
                        .isNotEmpty());
    }

    private static Object forged(Object value) {
        return switch (value) {
            case Document fields -> {
                Document forged = new Document();
                fields.forEach((name, field) ->
                        forged.append(name, field == null || NAMING.contains(name) ? field : forged(field)));
                yield forged;
            }
            case List<?> list -> list.stream().map(TraceabilityTest::forged).toList();
            case Number number -> number.longValue() + 1_000_000;
            case String text -> text + "0";
            default -> value;
        };
    }
}
