package dev.parley.query.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.kernel.direct.ConversationId;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.node.NodeTalk;
import dev.parley.kernel.room.RoomId;
import dev.parley.query.PersonView;
import dev.parley.query.live.Passing.Came;
import dev.parley.query.live.Passing.TypesInConversation;
import dev.parley.query.live.Passing.TypesInRoom;
import dev.parley.query.live.Passing.Went;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Nodes that hear each other, while time goes by as the test says. */
class NeighboursTest {
    private static final RoomId ROOM = new RoomId("team~1");
    private static final Seat ANN = seat("ann");
    private static final Seat BOB = seat("bob");
    private static final Seat ZOE = seat("zoe");
    private static final Duration SILENCE = Duration.ofSeconds(9);
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(3);
    private static final LiveSettings SETTINGS =
            new LiveSettings(256, 256, 100, Duration.ofSeconds(15), Duration.ofSeconds(60), SILENCE);

    private final List<Node> nodes = new ArrayList<>();
    private Instant now = Instant.EPOCH;
    private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);

    private final class Node implements PresenceListener {
        final List<Passing> told = new ArrayList<>();
        final List<List<PersonView>> lists = new ArrayList<>();
        final List<String> said = new ArrayList<>();
        final Outbox outbox = new Outbox();
        final Presence presence = new Presence(SETTINGS, outbox);
        final Neighbours talk = new Neighbours(presence, outbox, List.of(told::add), SETTINGS, clock);

        Node() {
            presence.tell(this);
        }

        @Override
        public void joined(Seat seat) {
            told.add(new Came(seat));
        }

        @Override
        public void left(Seat seat) {
            told.add(new Went(seat));
        }

        @Override
        public void listed(RoomId room, List<PersonView> present) {
            lists.add(present);
        }

        /** Others hear it from now on, and it hears them. */
        Node connect() {
            nodes.add(this);
            talk.begin();
            return this;
        }

        void cutOff() {
            nodes.remove(this);
        }

        void say(List<String> words) {
            said.addAll(words);
            nodes.forEach(node -> words.forEach(node.talk::hear));
        }
    }

    @Test
    void tellWhoComesAndGoes() {
        Node a = started();
        Node b = started();
        b.presence.comes(ANN);
        talk();
        assertThat(a.told).containsExactly(new Came(ANN));
        b.presence.goes(ANN);
        talk();
        assertThat(a.told).containsExactly(new Came(ANN), new Went(ANN));
        assertThat(b.told).as("its own, once").containsExactly(new Came(ANN), new Went(ANN));
    }

    @Test
    void tellWhereSomebodyIsOnceThoughTheyMovedManyTimes() {
        Node a = started();
        Node b = started();
        b.presence.comes(ANN);
        b.presence.goes(ANN);
        b.presence.comes(ANN);
        b.presence.comes(BOB);
        b.presence.goes(BOB);
        talk();
        assertThat(a.told).containsExactly(new Came(ANN));
    }

    @Test
    void countAPersonOnceWhoIsAtTwoNodes() {
        Node a = started();
        Node b = started();
        Node c = started();
        a.presence.comes(ANN);
        assertThat(a.told).containsExactly(new Came(ANN));
        talk();
        b.presence.comes(ANN);
        assertThat(b.told).as("news at the second node, once").containsExactly(new Came(ANN));
        talk();
        assertThat(c.told).containsExactly(new Came(ANN));
        a.presence.goes(ANN);
        assertThat(a.told).as("gone from the first").containsExactly(new Came(ANN));
        talk();
        assertThat(c.told).hasSize(1);
        b.presence.goes(ANN);
        assertThat(b.told).as("gone from both").containsExactly(new Came(ANN), new Went(ANN));
        talk();
        assertThat(c.told).containsExactly(new Came(ANN), new Went(ANN));
    }

    @Test
    void tellANodeThatStartsLaterOfEverybody() {
        Node a = started();
        Node b = started();
        a.presence.comes(ANN);
        b.presence.comes(BOB);
        talk();
        Node late = started();
        talk();
        assertThat(late.told).containsExactlyInAnyOrder(new Came(ANN), new Came(BOB));
        late.presence.comes(ANN);
        assertThat(late.told).hasSize(2);
    }

    @Test
    void forgetWhoWasAtANodeThatIsSilent() {
        Node a = started();
        Node b = started();
        Node killed = started();
        killed.presence.comes(ANN);
        b.presence.comes(BOB);
        talk();
        killed.cutOff();
        pass(SILENCE);
        assertThat(a.told).as("just in time").containsExactlyInAnyOrder(new Came(ANN), new Came(BOB));
        pass(Duration.ofSeconds(1));
        assertThat(a.told).endsWith(new Went(ANN)).doesNotContain(new Went(BOB));
    }

    @Test
    void forgetAtOnceWhoWasAtANodeThatSaysGoodbye() {
        Node a = started();
        Node b = started();
        b.presence.comes(ANN);
        talk();
        b.say(b.talk.farewell());
        assertThat(a.told).containsExactly(new Came(ANN), new Went(ANN));
    }

    @Test
    void tellEverybodyAnewToANodeThatWasForgotten() {
        Node a = started();
        Node b = started();
        b.presence.comes(ANN);
        talk();
        b.cutOff();
        pass(SILENCE.multipliedBy(2));
        nodes.add(b); // it had stood still, and does not know that it was missed
        pass(SIGN_OF_LIFE);
        assertThat(a.told).containsExactly(new Came(ANN), new Went(ANN), new Came(ANN));
    }

    @Test
    void tellANodeThatDidNotHearForAWhileWhatItMissed() {
        Node a = started();
        Node b = started();
        b.presence.comes(ANN);
        talk();
        a.cutOff();
        a.talk.cutOff();
        b.presence.goes(ANN);
        b.presence.comes(BOB);
        a.outbox.types(new TypesInRoom(ROOM, ZOE.person(), false));
        a.presence.comes(ZOE);
        pass(Duration.ofMinutes(1));
        assertThat(a.told)
                .as("nobody counts as silent who cannot be heard")
                .containsExactly(new Came(ANN), new Came(ZOE));
        a.said.clear();
        a.connect();
        talk();
        assertThat(a.told).containsExactly(new Came(ANN), new Came(ZOE), new Went(ANN), new Came(BOB));
        assertThat(b.told).as("who typed long ago does so no more").endsWith(new Came(ZOE));
        assertThat(a.said).filteredOn(word -> word.contains("zoe")).hasSize(1);
    }

    @Test
    void keepToSignsOfLifeWhereThereIsNobodyElse() {
        Node a = started();
        talk();
        a.said.clear();
        a.presence.comes(ANN);
        a.outbox.types(new TypesInRoom(ROOM, BOB.person(), false));
        pass(SIGN_OF_LIFE.multipliedBy(3));
        assertThat(a.said).hasSize(3).allSatisfy(word -> assertThat(word).contains("\"news\":[]"));
    }

    @Test
    void tellWhoTypes() {
        Node a = started();
        Node b = started();
        talk();
        var inRoom = new TypesInRoom(ROOM, ANN.person(), true);
        ConversationId conversation = ConversationId.of(new UserId("ann"), new UserId("bob"));
        var inConversation = new TypesInConversation(conversation, BOB.person(), false);
        b.outbox.types(inRoom);
        b.outbox.types(inConversation);
        talk();
        assertThat(a.told).containsExactly(inRoom, inConversation);
    }

    @Test
    void sayMuchInManyPieces() {
        Node a = started();
        List<Seat> many = IntStream.range(0, 2_000)
                .mapToObj(number -> seat("\"".repeat(100) + number))
                .toList();
        many.forEach(a.presence::comes);
        Node b = started();
        talk();
        assertThat(b.presence.at(a.talk.name())).containsExactlyInAnyOrderElementsOf(many);
        many.forEach(a.presence::goes);
        talk();
        assertThat(b.presence.at(a.talk.name())).isEmpty();
        assertThat(a.said)
                .allSatisfy(word ->
                        assertThat(word.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(NodeTalk.MAX_BYTES));
    }

    @Test
    void tellNobodyOfAnyoneInARoomThatIsFull() {
        Node a = started();
        Node b = started();
        IntStream.range(0, SETTINGS.presenceLimit()).forEach(number -> b.presence.comes(seat("p" + number)));
        talk();
        assertThat(a.told).hasSize(SETTINGS.presenceLimit());
        a.presence.comes(ANN);
        assertThat(a.told).hasSize(SETTINGS.presenceLimit());
        b.presence.comes(BOB);
        talk();
        assertThat(a.told).hasSize(SETTINGS.presenceLimit());
    }

    @Test
    void tellOnceThatARoomHasBecomeTooFullAndWhoIsThereOnceItIsNoMore() {
        Node a = started();
        Node b = started();
        List<Seat> many = IntStream.range(0, SETTINGS.presenceLimit())
                .mapToObj(number -> seat("p" + number))
                .toList();
        many.forEach(b.presence::comes);
        talk();
        a.presence.comes(ANN);
        a.presence.comes(BOB);
        talk();
        assertThat(a.lists).containsExactly(List.of());
        assertThat(b.lists).containsExactly(List.of());
        a.presence.goes(ANN);
        b.presence.goes(many.getFirst());
        talk();
        for (Node node : List.of(a, b)) {
            assertThat(node.told)
                    .doesNotContain(new Came(ANN), new Came(BOB), new Went(ANN), new Went(many.getFirst()));
            assertThat(node.lists).hasSize(2);
            assertThat(node.lists.getLast())
                    .hasSize(SETTINGS.presenceLimit())
                    .contains(BOB.person())
                    .doesNotContain(ANN.person(), many.getFirst().person());
        }
        a.presence.goes(BOB);
        talk();
        assertThat(b.told).endsWith(new Went(BOB));
    }

    @Test
    void passOverWhatTheyDoNotKnow() {
        Node a = started();
        a.talk.hear("{\"say\":\"song\",\"from\":\"a newer node\"}");
        a.talk.hear("{\"say\":\"news\",\"from\":\"a newer node\",\"news\":[{\"is\":\"sings\"}]}");
        a.talk.hear("not even JSON");
        assertThat(a.told).isEmpty();
    }

    private Node started() {
        return new Node().connect();
    }

    /** Everybody says what there is to say, and answers what they heard. */
    private void talk() {
        for (int turn = 0; turn < 3; turn++) {
            List.copyOf(nodes).forEach(node -> node.say(node.talk.say()));
        }
    }

    /** So much time, second by second. */
    private void pass(Duration time) {
        for (long second = 0; second < time.toSeconds(); second++) {
            now = now.plusSeconds(1);
            talk();
        }
    }

    private static Seat seat(String person) {
        return new Seat(ROOM, PersonView.of(new UserId(person), person));
    }
}
