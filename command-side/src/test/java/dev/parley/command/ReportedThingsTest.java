package dev.parley.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.command.Outcome.Recorded;
import dev.parley.command.direct.ConversationCommand.MarkRead;
import dev.parley.command.direct.ConversationCommand.WriteTo;
import dev.parley.command.forum.CategoryCommand.OpenCategory;
import dev.parley.command.forum.TopicCommand.AddPost;
import dev.parley.command.forum.TopicCommand.EditPost;
import dev.parley.command.forum.TopicCommand.RemovePost;
import dev.parley.command.forum.TopicCommand.RemoveTopic;
import dev.parley.command.forum.TopicCommand.StartTopic;
import dev.parley.command.moderation.CaseCommand.FileReport;
import dev.parley.command.room.RoomCommand.OpenRoom;
import dev.parley.command.room.RoomCommand.People;
import dev.parley.command.room.RoomCommand.PostMessage;
import dev.parley.command.room.RoomCommand.RemoveMessage;
import dev.parley.kernel.PersonalText;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.direct.ConversationEvent.DirectMessageSent;
import dev.parley.kernel.direct.ConversationId;
import dev.parley.kernel.direct.DirectText;
import dev.parley.kernel.forum.CategoryDescription;
import dev.parley.kernel.forum.CategoryId;
import dev.parley.kernel.forum.CategoryName;
import dev.parley.kernel.forum.CategoryOrder;
import dev.parley.kernel.forum.PostId;
import dev.parley.kernel.forum.PostText;
import dev.parley.kernel.forum.TopicEvent.PostAdded;
import dev.parley.kernel.forum.TopicEvent.PostEdited;
import dev.parley.kernel.forum.TopicId;
import dev.parley.kernel.forum.TopicTitle;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.Role;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.moderation.CaseEvent.ReportFiled;
import dev.parley.kernel.moderation.Evidence;
import dev.parley.kernel.moderation.ReportText;
import dev.parley.kernel.moderation.ReportType;
import dev.parley.kernel.moderation.Subject;
import dev.parley.kernel.room.ChatText;
import dev.parley.kernel.room.EntityId;
import dev.parley.kernel.room.MessageId;
import dev.parley.kernel.room.RoomEvent.MessagePosted;
import dev.parley.kernel.room.RoomId;
import dev.parley.kernel.room.RoomType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Ann reports what Ben said, and it is kept as it was; a stranger reports what they cannot know. */
class ReportedThingsTest {
    private static final Actor SERVICE = Actor.of(new UserId("lobby"), Role.SERVICE);
    private static final Actor ADMIN = Actor.of(new UserId("root"), Role.ADMIN);
    private static final CategoryId CATEGORY = new CategoryId("quarrels");
    private static final String WHY = "as the rules have it";
    private static RunningSide side;

    private final Actor ann = side.join();
    private final Actor ben = side.join();
    private final Actor stranger = side.join();

    @BeforeAll
    static void start() {
        side = new RunningSide();
        side.send(new OpenCategory(
                ADMIN,
                CATEGORY,
                new CategoryName("Quarrels"),
                new CategoryDescription("About nothing"),
                new CategoryOrder(9)));
    }

    @AfterAll
    static void stop() {
        side.close();
    }

    @Nested
    class ALine {
        private final EntityId club = new EntityId(UUID.randomUUID().toString());
        private final RoomId room = RoomId.of(RoomType.TEAM, club);
        private MessageId line;
        private Recorded<MessagePosted> posted;

        @BeforeEach
        void said() {
            side.send(new OpenRoom(
                    SERVICE, RoomType.TEAM, club, new People(List.of(ann.id(), ben.id()), List.of()), false));
            posted = side.send(new PostMessage(ben, room, new ChatText("you cheat")))
                    .first(MessagePosted.class)
                    .orElseThrow();
            line = new MessageId(room, 1, posted.sequence());
        }

        @Test
        void isKeptWithItsAuthorAndTime() {
            assertThat(evidence(ann, Subject.Kind.CHAT_MESSAGE, line))
                    .isEqualTo(evidenceOf(Subject.Kind.CHAT_MESSAGE, line, room, posted, "you cheat"));
        }

        @Test
        void isReportedThoughItWasRemovedSince() {
            side.send(new RemoveMessage(ben, line, ""));
            assertThat(text(ann, Subject.Kind.CHAT_MESSAGE, line)).isEqualTo("you cheat");
        }

        @Test
        void isUnknownToThoseOutsideTheRoom() {
            side.assertRefused(
                    report(stranger, Subject.Kind.CHAT_MESSAGE, line.toString()), Rejection.NOT_A_PARTICIPANT);
            assertThat(text(SERVICE, Subject.Kind.CHAT_MESSAGE, line)).isEqualTo("you cheat");
        }

        @Test
        void thatIsNotThereIsUnknown() {
            var none = new MessageId(room, 2, posted.sequence() + 1);
            var nowhere = new MessageId(RoomId.of(RoomType.TEAM, new EntityId("none")), 1, 1);
            side.assertRefused(report(ann, Subject.Kind.CHAT_MESSAGE, none.toString()), Rejection.UNKNOWN_MESSAGE);
            side.assertRefused(report(ann, Subject.Kind.CHAT_MESSAGE, nowhere.toString()), Rejection.UNKNOWN_ROOM);
            side.assertInvalid(report(ann, Subject.Kind.CHAT_MESSAGE, "1"), "subject/id");
        }

        @Test
        void ofSomebodyElseIsInvalid() {
            side.assertInvalid(report(ben, stranger, Subject.Kind.CHAT_MESSAGE, line.toString()), "subject/id");
        }
    }

    @Nested
    class AConversation {
        private final ConversationId talk = ConversationId.of(ann.id(), ben.id());

        @Test
        void isKeptUpToItsLastMessageWithoutAWord() {
            side.send(new WriteTo(ben, ann.id(), new DirectText("you")));
            var last = side.send(new WriteTo(ben, ann.id(), new DirectText("cheat")))
                    .first(DirectMessageSent.class)
                    .orElseThrow();
            side.send(new MarkRead(ann, talk));
            var subject = new Subject(Subject.Kind.CONVERSATION, talk.value());
            assertThat(evidence(ann, Subject.Kind.CONVERSATION, talk))
                    .isEqualTo(new Evidence(
                            subject, talk.value(), last.sequence(), Optional.empty(), Optional.of(last.at())));
        }

        @Test
        void isForTheTwoWhoseItIs() {
            side.send(new WriteTo(ben, ann.id(), new DirectText("hello")));
            side.assertRefused(
                    report(stranger, Subject.Kind.CONVERSATION, talk.value()), Rejection.UNKNOWN_CONVERSATION);
            side.assertInvalid(report(ann, stranger, Subject.Kind.CONVERSATION, talk.value()), "subject/id");
        }

        @Test
        void thatHasNotBegunIsUnknown() {
            side.assertRefused(report(ann, Subject.Kind.CONVERSATION, talk.value()), Rejection.UNKNOWN_CONVERSATION);
        }
    }

    @Nested
    class InTheForum {
        private final TopicId topic = TopicId.fresh();
        private PostId first;
        private PostId second;

        @BeforeEach
        void written() {
            String title = "A quarrel " + topic.value().substring(6, 30);
            side.send(new StartTopic(
                    ben, topic, CATEGORY, new TopicTitle(title), new PostText("You all cheat " + topic)));
            first = new PostId(topic, 1, 1);
            long sequence = side.send(new AddPost(ben, topic, new PostText("And I know it " + topic)))
                    .first(PostAdded.class)
                    .orElseThrow()
                    .sequence();
            second = new PostId(topic, 2, sequence);
        }

        @Test
        void aPostIsKeptAsItWasLastEdited() {
            side.send(new EditPost(ben, second, new PostText("And I am sure")));
            var edited = side.send(new EditPost(ben, second, new PostText("And I say so")))
                    .first(PostEdited.class)
                    .orElseThrow();
            for (int i = 0; i < 70; i++) {
                side.send(new EditPost(ben, first, new PostText("You cheat, all " + i + " of you")));
            }
            assertThat(evidence(ann, Subject.Kind.POST, second))
                    .isEqualTo(evidenceOf(Subject.Kind.POST, second, topic, edited, "And I say so"));
        }

        @Test
        void aPostThatWasNeverEditedIsKeptAsItIs() {
            assertThat(text(ann, Subject.Kind.POST, second)).startsWith("And I know it");
        }

        @Test
        void aPostThatIsGoneIsUnknown() {
            side.send(new RemovePost(ben, second, ""));
            side.assertRefused(report(ann, Subject.Kind.POST, second.toString()), Rejection.UNKNOWN_POST);
            side.assertInvalid(report(ann, Subject.Kind.POST, "1"), "subject/id");
        }

        @Test
        void aTopicIsItsTitleAndItsFirstPostAsItIs() {
            side.send(new EditPost(ben, first, new PostText("Nobody cheats")));
            assertThat(text(ann, Subject.Kind.TOPIC, topic))
                    .startsWith("A quarrel")
                    .endsWith("\n\nNobody cheats");
        }

        @Test
        void aTopicIsItsTitleAloneOnceItsFirstPostIsGone() {
            side.send(new RemovePost(ben, first, ""));
            assertThat(text(ann, Subject.Kind.TOPIC, topic))
                    .startsWith("A quarrel")
                    .doesNotContain("\n");
        }

        @Test
        void aTopicThatIsGoneIsUnknown() {
            side.send(new RemoveTopic(ADMIN, topic, WHY));
            side.assertRefused(report(ann, Subject.Kind.TOPIC, topic.value()), Rejection.UNKNOWN_TOPIC);
            side.assertRefused(report(ann, Subject.Kind.POST, second.toString()), Rejection.UNKNOWN_POST);
            side.assertRefused(report(ann, Subject.Kind.TOPIC, TopicId.fresh().value()), Rejection.UNKNOWN_TOPIC);
        }

        @Test
        void whatSomebodyElseWroteIsInvalid() {
            side.assertInvalid(report(ann, stranger, Subject.Kind.TOPIC, topic.value()), "subject/id");
            side.assertInvalid(report(ann, stranger, Subject.Kind.POST, second.toString()), "subject/id");
        }
    }

    @Nested
    class APerson {
        @Test
        void isKeptByTheirName() {
            String name = ben.id().value().toUpperCase(Locale.ROOT);
            var subject = new Subject(Subject.Kind.USER, name);
            assertThat(evidence(ann, Subject.Kind.USER, name))
                    .isEqualTo(new Evidence(subject, ben.id().value(), 0, Optional.empty(), Optional.empty()));
        }

        @Test
        void isAlsoNamedAsTheyAreShownWithoutAUsername() {
            assertThat(evidence(ann, Subject.Kind.USER, ben.id().placeholder()).stream())
                    .isEqualTo(ben.id().value());
        }

        @Test
        void isTheOneWhoIsReported() {
            side.assertInvalid(report(ann, Subject.Kind.USER, stranger.id().value()), "subject/id");
            side.assertRefused(report(ann, Subject.Kind.USER, "nobody-at-all"), Rejection.UNKNOWN_USER);
        }
    }

    private String text(Actor by, Subject.Kind kind, Object id) {
        return evidence(by, kind, id).content().orElseThrow().text();
    }

    private Evidence evidence(Actor by, Subject.Kind kind, Object id) {
        return side.first(ReportFiled.class, report(by, kind, id.toString()))
                .evidence()
                .orElseThrow();
    }

    private Evidence evidenceOf(Subject.Kind kind, Object id, Object stream, Recorded<?> event, String text) {
        return new Evidence(
                new Subject(kind, id.toString()),
                stream.toString(),
                event.sequence(),
                Optional.of(new PersonalText(ben.id(), text)),
                Optional.of(event.at()));
    }

    private FileReport report(Actor by, Subject.Kind kind, String id) {
        return report(by, ben, kind, id);
    }

    private static FileReport report(Actor by, Actor about, Subject.Kind kind, String id) {
        return new FileReport(
                by,
                about.id(),
                ReportType.CHAT,
                new ReportText("so rude"),
                Optional.empty(),
                Optional.of(new Subject(kind, id)));
    }
}
