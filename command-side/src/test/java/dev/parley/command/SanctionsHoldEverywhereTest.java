package dev.parley.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.command.direct.ConversationCommand.Reply;
import dev.parley.command.direct.ConversationCommand.WriteTo;
import dev.parley.command.forum.CategoryCommand.OpenCategory;
import dev.parley.command.forum.ReactionCommand.AddReaction;
import dev.parley.command.forum.TopicCommand.AddPost;
import dev.parley.command.forum.TopicCommand.EditPost;
import dev.parley.command.forum.TopicCommand.StartTopic;
import dev.parley.command.moderation.ActionCommand.ActOn;
import dev.parley.command.moderation.ActionCommand.LiftAction;
import dev.parley.command.relations.RelationsCommand.Follow;
import dev.parley.command.room.RoomCommand.OpenRoom;
import dev.parley.command.room.RoomCommand.People;
import dev.parley.command.room.RoomCommand.PostMessage;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.direct.ConversationEvent.ConversationStarted;
import dev.parley.kernel.direct.ConversationEvent.DirectMessageSent;
import dev.parley.kernel.direct.ConversationId;
import dev.parley.kernel.direct.DirectText;
import dev.parley.kernel.forum.CategoryDescription;
import dev.parley.kernel.forum.CategoryId;
import dev.parley.kernel.forum.CategoryName;
import dev.parley.kernel.forum.CategoryOrder;
import dev.parley.kernel.forum.PostId;
import dev.parley.kernel.forum.PostText;
import dev.parley.kernel.forum.Reaction;
import dev.parley.kernel.forum.ReactionEvent.ReactionAdded;
import dev.parley.kernel.forum.TopicEvent.PostAdded;
import dev.parley.kernel.forum.TopicEvent.PostEdited;
import dev.parley.kernel.forum.TopicEvent.TopicStarted;
import dev.parley.kernel.forum.TopicId;
import dev.parley.kernel.forum.TopicTitle;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.MemberEvent;
import dev.parley.kernel.member.MemberEvent.SanctionImposed;
import dev.parley.kernel.member.Role;
import dev.parley.kernel.member.Sanction;
import dev.parley.kernel.member.Standing;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.moderation.ActionType;
import dev.parley.kernel.relations.RelationsEvent.Followed;
import dev.parley.kernel.room.ChatText;
import dev.parley.kernel.room.EntityId;
import dev.parley.kernel.room.RoomEvent.MessagePosted;
import dev.parley.kernel.room.RoomId;
import dev.parley.kernel.room.RoomType;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Somebody uses every channel while moderators impose sanctions on them and lift them. */
class SanctionsHoldEverywhereTest {
    private static final Actor SERVICE = Actor.of(new UserId("lobby"), Role.SERVICE);
    private static final Actor ADMIN = Actor.of(new UserId("root"), Role.ADMIN);
    private static final CategoryId CATEGORY = new CategoryId("quarrels");
    private static final String WHY = "as the rules have it";
    private static final int TIMES = 5;
    private static RunningSide side;

    private final Actor person = side.join();
    private final Actor other = side.join();
    private final Actor moderator = Actor.of(side.join().id(), Role.MODERATOR);
    private final EntityId club = new EntityId(UUID.randomUUID().toString());
    private final RoomId room = RoomId.of(RoomType.TEAM, club);
    private final TopicId topic = TopicId.fresh();
    private final PostId own = new PostId(topic, 2, 2);
    private final Map<UserId, Standing> standings = new HashMap<>();

    /** What somebody does, by the event that this leads to. */
    private enum Channel {
        LINE(MessagePosted.class, Sanction.CHAT_BAN, Sanction.COMM_BAN, Sanction.ACCOUNT_BAN),
        CONVERSATION(ConversationStarted.class, Sanction.RESTRICTION, Sanction.COMM_BAN, Sanction.ACCOUNT_BAN),
        MESSAGE(DirectMessageSent.class, Sanction.COMM_BAN, Sanction.ACCOUNT_BAN),
        TOPIC(TopicStarted.class, Sanction.RESTRICTION, Sanction.COMM_BAN, Sanction.ACCOUNT_BAN),
        POST(PostAdded.class, Sanction.COMM_BAN, Sanction.ACCOUNT_BAN),
        EDIT(PostEdited.class, Sanction.COMM_BAN, Sanction.ACCOUNT_BAN),
        REACTION(ReactionAdded.class, Sanction.COMM_BAN, Sanction.ACCOUNT_BAN),
        FOLLOW(Followed.class, Sanction.RESTRICTION, Sanction.ACCOUNT_BAN);

        private final Class<?> event;
        private final Set<Sanction> closedBy;

        Channel(Class<?> event, Sanction... closedBy) {
            this.event = event;
            this.closedBy = EnumSet.copyOf(List.of(closedBy));
        }
    }

    @BeforeAll
    static void start() {
        side = new RunningSide("--parley.chat.flood.enabled=false");
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

    static Stream<Sanction> sanctions() {
        return IntStream.range(0, TIMES).boxed().flatMap(time -> Stream.of(Sanction.values()));
    }

    @ParameterizedTest
    @MethodSource("sanctions")
    void eachClosesItsChannelsFromItsAnswerOnUntilItIsLifted(Sanction sanction) {
        settle();
        List<CompletableFuture<Outcome>> underWay = useAll();
        var imposed = side.first(SanctionImposed.class, impose(sanction));
        Stream.of(Channel.values()).forEach(channel -> assertClosedOrOpen(channel, sanction));
        underWay.addAll(useAll());
        side.send(new LiftAction(moderator, imposed.action(), WHY));
        underWay.forEach(sent -> assertDoneOrRefused(sent, sanction));
        assertLogKnowsNothingElse(sanction);
    }

    @Test
    void aBanFromWritingLeavesTheAnswerToAModerator() {
        settle();
        side.send(impose(Sanction.COMM_BAN));
        Command answer = reply(moderator.id());
        side.assertRefused(new WriteTo(person, moderator.id(), text()), Rejection.COMM_BAN);
        side.send(new WriteTo(moderator, person.id(), text()));
        assertThat(side.send(answer).first(DirectMessageSent.class)).isPresent();
        side.assertRefused(use(Channel.MESSAGE), Rejection.COMM_BAN);
        side.send(impose(Sanction.ACCOUNT_BAN));
        side.assertRefused(reply(moderator.id()), Rejection.ACCOUNT_BAN);
    }

    private void assertClosedOrOpen(Channel channel, Sanction sanction) {
        if (channel.closedBy.contains(sanction)) {
            side.assertRefused(use(channel), sanction.rule());
        } else {
            assertThat(side.send(use(channel)).first(channel.event))
                    .as("%s", channel)
                    .isPresent();
        }
    }

    /** A room, a conversation, and a topic with a post of the person's. */
    private void settle() {
        side.send(new OpenRoom(
                SERVICE, RoomType.TEAM, club, new People(List.of(person.id(), other.id()), List.of()), false));
        side.send(new WriteTo(other, person.id(), text()));
        side.send(new StartTopic(other, topic, CATEGORY, new TopicTitle("Of " + UUID.randomUUID()), post()));
        side.send(new AddPost(person, topic, post()));
    }

    private List<CompletableFuture<Outcome>> useAll() {
        return new ArrayList<>(
                Stream.of(Channel.values()).map(this::use).map(side::begin).toList());
    }

    private ActOn impose(Sanction sanction) {
        return new ActOn(moderator, person.id(), ActionType.of(sanction), Optional.empty(), WHY);
    }

    private Command use(Channel channel) {
        return switch (channel) {
            case LINE ->
                new PostMessage(person, room, new ChatText(UUID.randomUUID().toString()));
            case CONVERSATION -> new WriteTo(person, side.join().id(), text());
            case MESSAGE -> reply(other.id());
            case TOPIC ->
                new StartTopic(person, TopicId.fresh(), CATEGORY, new TopicTitle("Of " + UUID.randomUUID()), post());
            case POST -> new AddPost(person, topic, post());
            case EDIT -> new EditPost(person, own, post());
            case REACTION -> new AddReaction(person, reactedTo(), Reaction.HEART);
            case FOLLOW -> new Follow(person, side.join().id());
        };
    }

    private Reply reply(UserId recipient) {
        return new Reply(person, ConversationId.of(person.id(), recipient), text());
    }

    /** A post to which nobody has reacted. */
    private PostId reactedTo() {
        TopicId fresh = TopicId.fresh();
        side.send(new StartTopic(other, fresh, CATEGORY, new TopicTitle("Of " + UUID.randomUUID()), post()));
        return new PostId(fresh, 1, 1);
    }

    private static DirectText text() {
        return new DirectText(UUID.randomUUID().toString());
    }

    private static PostText post() {
        return new PostText(UUID.randomUUID().toString());
    }

    private static void assertDoneOrRefused(CompletableFuture<Outcome> sent, Sanction sanction) {
        try {
            sent.join();
        } catch (CompletionException failure) {
            assertThat(failure.getCause())
                    .isInstanceOfSatisfying(
                            CommandRejected.class,
                            refusal -> assertThat(refusal.rule()).isEqualTo(sanction.rule()));
        }
    }

    /** At no place of the log is there anything of the person's that was closed to them at that very place. */
    private void assertLogKnowsNothingElse(Sanction sanction) {
        try (Stream<? extends TrackedEventMessage<?>> log =
                side.bean(EventStorageEngine.class).readEvents(null, false)) {
            log.forEach(event -> check(event, sanction));
        }
    }

    private void check(TrackedEventMessage<?> event, Sanction sanction) {
        if (event.getPayload() instanceof MemberEvent change) {
            standings.put(
                    change.member(),
                    standings.getOrDefault(change.member(), Standing.UNKNOWN).after(change, event.getTimestamp()));
        }
        boolean under = standings
                .getOrDefault(person.id(), Standing.UNKNOWN)
                .sanctions(event.getTimestamp())
                .contains(sanction);
        boolean theirs = person.id().value().equals(event.getMetaData().get("actor"));
        Stream.of(Channel.values())
                .filter(channel -> under && theirs && channel.event.equals(event.getPayloadType()))
                .forEach(channel -> assertThat(channel.closedBy)
                        .as("%s under %s", event.getPayload(), sanction)
                        .doesNotContain(sanction));
    }
}
