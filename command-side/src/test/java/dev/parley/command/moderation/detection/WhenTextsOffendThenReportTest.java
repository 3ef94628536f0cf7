package dev.parley.command.moderation.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.command.Command;
import dev.parley.command.CommandRejected;
import dev.parley.command.Commands;
import dev.parley.command.Origin;
import dev.parley.command.Outcome;
import dev.parley.command.StoreUnavailable;
import dev.parley.command.TestDatabase;
import dev.parley.command.log.Schema;
import dev.parley.command.moderation.CaseCommand.FileReport;
import dev.parley.kernel.PersonalText;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.detection.TextPolicy;
import dev.parley.kernel.direct.ConversationEvent.DirectMessageSent;
import dev.parley.kernel.direct.ConversationId;
import dev.parley.kernel.forum.CategoryId;
import dev.parley.kernel.forum.PostId;
import dev.parley.kernel.forum.TopicEvent.PostAdded;
import dev.parley.kernel.forum.TopicEvent.PostEdited;
import dev.parley.kernel.forum.TopicEvent.TopicStarted;
import dev.parley.kernel.forum.TopicId;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.moderation.ReportType;
import dev.parley.kernel.moderation.Subject;
import dev.parley.kernel.room.RoomEvent.MessagePosted;
import dev.parley.kernel.room.RoomId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class WhenTextsOffendThenReportTest {
    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");
    private static final RoomId ROOM = new RoomId("game~g1");
    private static final UserId ANN = new UserId("ann");
    private static final UserId BEN = new UserId("ben");
    private static final String RUDE = "you are an idiot";
    private static final String GRAVE = "kill yourself";
    private static final String KIND = "good game, thank you";

    private final Recorder commands = new Recorder();
    private final DataSource database = TestDatabase.create();
    private final Offences offences = new Offences(JdbcClient.create(database));
    private final WhenTextsOffendThenReport reaction = new WhenTextsOffendThenReport(
            TextPolicy.current(), offences, new DetectionSettings(Duration.ofHours(1), 6, 3), commands);
    private long number;

    @BeforeEach
    void anEmptyTable() {
        new Schema(database);
    }

    @Test
    void weighsTheTextsThatTheseTestsAreMadeOf() {
        assertThat(TextPolicy.current().look(RUDE).weight()).isEqualTo(2);
        assertThat(TextPolicy.current().look(GRAVE).weight()).isEqualTo(3);
        assertThat(TextPolicy.current().look(KIND).isFlagged()).isFalse();
    }

    @Test
    void isNothingForKindWords() {
        for (int line = 0; line < 100; line++) {
            say(ANN, KIND, NOON);
        }
        assertThat(commands.sent).isEmpty();
    }

    @Test
    void isDoneOnceWhatWasFoundWeighsEnough() {
        say(ANN, RUDE, NOON);
        say(ANN, RUDE, NOON.plusSeconds(10));
        assertThat(commands.sent).isEmpty();
        say(ANN, RUDE, NOON.plusSeconds(20));
        assertThat(commands.sent).singleElement().satisfies(report -> {
            assertThat(report.actor()).isEqualTo(Actor.SYSTEM);
            assertThat(report.reported()).isEqualTo(ANN);
            assertThat(report.type()).isEqualTo(ReportType.CHAT);
            assertThat(report.subject()).contains(new Subject(Subject.Kind.CHAT_MESSAGE, "game~g1~3~3"));
            assertThat(report.description().value())
                    .startsWith("Text policy " + TextPolicy.current().version())
                    .contains("3 texts (chat) with a weight of 6", "insult.en/")
                    .doesNotContain("you are an idiot");
        });
        assertThat(commands.origins)
                .containsExactly(new Origin("request-1", "event-3", "detected-event-3", "detected-event-3"));
    }

    @Test
    void countsAnewAfterwards() {
        for (int line = 0; line < 5; line++) {
            say(ANN, RUDE, NOON.plusSeconds(line));
        }
        assertThat(commands.sent).hasSize(1);
        say(ANN, RUDE, NOON.plusSeconds(5));
        assertThat(commands.sent).hasSize(2);
    }

    @Test
    void looksBackAnHour() {
        say(ANN, RUDE, NOON);
        say(ANN, RUDE, NOON.plusSeconds(1));
        say(ANN, RUDE, NOON.plusSeconds(3_600));
        assertThat(commands.sent).isEmpty();
        say(ANN, RUDE, NOON.plusSeconds(3_600));
        assertThat(commands.sent).hasSize(1);
    }

    @Test
    void countsEachPersonAndChannelByItself() {
        say(ANN, RUDE, NOON);
        say(ANN, RUDE, NOON);
        say(BEN, RUDE, NOON);
        write(ANN, RUDE, NOON);
        assertThat(commands.sent).isEmpty();
        write(ANN, RUDE, NOON);
        write(ANN, RUDE, NOON);
        assertThat(commands.sent)
                .singleElement()
                .satisfies(report -> assertThat(report.subject())
                        .contains(new Subject(
                                Subject.Kind.CONVERSATION,
                                ConversationId.of(ANN, BEN).value())));
    }

    @Test
    void isDoneAtOnceWhereASingleTextIsGrave() {
        say(ANN, GRAVE, NOON);
        assertThat(commands.sent).hasSize(1);
    }

    @Test
    void pointsAtTopicsAndPostsAndAtNothingAfterAnEdit() {
        TopicId topic = new TopicId("topic~00000000-0000-0000-0000-000000000001");
        var grave = new PersonalText(ANN, GRAVE);
        inTheForum(topic, new TopicStarted(topic, new CategoryId("general"), ANN, grave));
        inTheForum(topic, new PostAdded(topic, 7, ANN, grave, List.of(), 7));
        inTheForum(topic, new PostEdited(topic, 7, ANN, grave, List.of()));
        assertThat(commands.sent).extracting(FileReport::type).containsOnly(ReportType.CONTENT);
        assertThat(commands.sent)
                .extracting(FileReport::subject)
                .containsExactly(
                        Optional.of(new Subject(Subject.Kind.TOPIC, topic.value())),
                        Optional.of(new Subject(Subject.Kind.POST, new PostId(topic, 7, 2).toString())),
                        Optional.empty());
    }

    @Test
    void countsATextOnceThoughItsEventComesTwice() {
        DomainEventMessage<?> line = line(ANN, RUDE, NOON);
        for (int time = 0; time < 5; time++) {
            reaction.on(line, "request-1");
        }
        assertThat(commands.sent).isEmpty();
    }

    @Test
    void pointsAtNothingWhereTheTextWasTakenBack() {
        commands.refusing = true;
        say(ANN, GRAVE, NOON);
        assertThat(commands.sent).hasSize(2);
        assertThat(commands.sent.getLast().subject()).isEmpty();
    }

    @Test
    void comesAgainWhileTheStoreIsAway() {
        commands.away = true;
        DomainEventMessage<?> line = line(ANN, GRAVE, NOON);
        assertThatThrownBy(() -> reaction.on(line, "request-1")).isInstanceOf(CompletionException.class);
        commands.away = false;
        reaction.on(line, "request-1");
        assertThat(commands.sent).hasSize(2);
    }

    private void say(UserId author, String text, Instant at) {
        reaction.on(line(author, text, at), "request-1");
    }

    private DomainEventMessage<?> line(UserId author, String text, Instant at) {
        number++;
        return event(ROOM.value(), new MessagePosted(ROOM, number, author, new PersonalText(author, text)), at);
    }

    private void write(UserId author, String text, Instant at) {
        number++;
        ConversationId talk = ConversationId.of(ANN, BEN);
        var sent = new DirectMessageSent(talk, number, author, 1, 1, new PersonalText(author, text));
        reaction.on(event(talk.value(), sent, at), "request-1");
    }

    private void inTheForum(TopicId topic, Object event) {
        number++;
        reaction.on(event(topic.value(), event, NOON), "request-1");
    }

    private DomainEventMessage<?> event(String stream, Object payload, Instant at) {
        return new GenericDomainEventMessage<>(
                "Any", stream, number, payload, MetaData.emptyInstance(), "event-" + number, at);
    }

    /** Notes what is sent, and fails it when asked to. */
    private static final class Recorder implements Commands {
        private final List<FileReport> sent = new ArrayList<>();
        private final List<Origin> origins = new ArrayList<>();
        private boolean refusing;
        private boolean away;

        @Override
        public CompletableFuture<Outcome> send(Command command, Origin origin) {
            FileReport report = (FileReport) command;
            sent.add(report);
            origins.add(origin);
            if (away) {
                return CompletableFuture.failedFuture(new StoreUnavailable("as asked", null));
            }
            Optional<Subject> subject = report.subject();
            return refusing && subject.isPresent()
                    ? CompletableFuture.failedFuture(new CommandRejected(Rejection.UNKNOWN_POST, "as asked"))
                    : CompletableFuture.completedFuture(Outcome.nothingNew(1));
        }
    }
}
