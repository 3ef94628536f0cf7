package dev.parley.query.direct.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import dev.parley.kernel.Rejection;
import dev.parley.kernel.classroom.ClassId;
import dev.parley.kernel.direct.ConversationId;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.MemberEvent.ClassJoined;
import dev.parley.kernel.member.MemberEvent.KidModeEnabled;
import dev.parley.kernel.member.MemberEvent.TeachingBegun;
import dev.parley.kernel.member.Role;
import dev.parley.kernel.member.Standing;
import dev.parley.kernel.member.UserId;
import dev.parley.query.BlocksForTests;
import dev.parley.query.NamesForTests;
import dev.parley.query.Notice;
import dev.parley.query.PersonView;
import dev.parley.query.Positions;
import dev.parley.query.StandingsForTests;
import dev.parley.query.Streams;
import dev.parley.query.direct.ConversationPageView;
import dev.parley.query.direct.ConversationQuery.CountUnread;
import dev.parley.query.direct.ConversationQuery.FindConversation;
import dev.parley.query.direct.ConversationQuery.MissedMessages;
import dev.parley.query.direct.MissedView;
import dev.parley.query.direct.MissedView.Missed;
import dev.parley.query.direct.Talks;
import dev.parley.query.direct.UnreadView;
import dev.parley.query.direct.live.PersonalStreams.Opened;
import dev.parley.query.live.LiveSettings;
import dev.parley.query.live.Outbox;
import dev.parley.query.live.Passing.TypesInConversation;
import dev.parley.query.live.TypingPace;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.queryhandling.QueryGateway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;

/** What Ann hears of Ben, and when her stream ends. */
class PersonalStreamsTest {
    private static final UserId ANN = new UserId("ann");
    private static final UserId BEN = new UserId("ben");
    private static final ConversationId TALK = ConversationId.of(ANN, BEN);
    private static final int BUFFER = 4;

    private final BlocksForTests blocks = new BlocksForTests();
    private final StandingsForTests standings = new StandingsForTests();
    private final QueryGateway queries = mock();
    private final Positions positions = mock();
    private final AtomicInteger counts = new AtomicInteger();
    private final List<Notice> notices = new ArrayList<>();
    private final DirectFrames frames = new DirectFrames(new NamesForTests());
    private final NoticeFrames noticeFrames = new NoticeFrames(new NamesForTests());
    private final Discretion discretion =
            new Discretion(blocks, person -> CompletableFuture.completedFuture(Map.of()), standings, Clock.systemUTC());
    private final PersonalStreams streams = new PersonalStreams(
            frames,
            noticeFrames,
            queries,
            positions,
            blocks,
            discretion,
            new MissedFrames(
                    frames,
                    queries,
                    noticeFrames,
                    person -> CompletableFuture.completedFuture(List.copyOf(notices)),
                    discretion),
            new LiveSettings(BUFFER, 256, 100, Duration.ofSeconds(15), Duration.ofSeconds(60), Duration.ofSeconds(10)));
    private final AtomicLong nanos = new AtomicLong();
    private final DirectTyping typing =
            new DirectTyping(streams, frames, queries, discretion, new Outbox(), new TypingPace(nanos::get));
    private final Talks talks = new Talks();
    private int told;

    @BeforeEach
    void start() {
        given(positions.reached(any(), anyLong())).willReturn(CompletableFuture.completedFuture(null));
        given(queries.query(any(CountUnread.class), eq(UnreadView.class)))
                .willAnswer(asked -> CompletableFuture.completedFuture(new UnreadView(counts.incrementAndGet())));
        given(queries.query(any(FindConversation.class), eq(ConversationPageView.class)))
                .willReturn(CompletableFuture.completedFuture(null));
        streams.start();
    }

    @AfterEach
    void stop() {
        streams.stop();
    }

    @Test
    void tellThatTheOtherHasRead() {
        Heard ann = listen(ANN);
        talks.say(ANN, BEN, "hello");
        read();
        assertThat(ann.events("message_read")).hasSize(1);
    }

    @Test
    void tellNobodyWhatTheOtherHasReadPastABlock() {
        for (UserId blocker : List.of(ANN, BEN)) {
            UserId blocked = TALK.other(blocker);
            Heard ann = listen(ANN);
            Heard ben = listen(BEN);
            talks.say(ANN, BEN, "hello");
            blocks.block(blocker, blocked);
            read();
            assertThat(ann.events("message_read")).isEmpty();
            assertThat(ben.events("message_read")).as("the reader's own").hasSize(1);
            blocks.block(blocker);
        }
    }

    @Test
    void tellWhatComesAfterAReadOnlyOnceItIsKnownWhetherToTellThat() {
        Heard ann = listen(ANN);
        talks.say(ANN, BEN, "hello");
        hear();
        CompletableFuture<Set<UserId>> unknown = new CompletableFuture<>();
        blocks.answer(BEN, unknown);
        talks.read(BEN, ANN).say(BEN, ANN, "hi");
        hear();
        assertThat(ann.events("new_message")).hasSize(1);
        unknown.complete(Set.of());
        assertThat(ann.numbered()).containsExactly("new_message", "message_read", "new_message");
    }

    @Test
    void endWhereItCannotBeKnownWhetherToTellOfARead() {
        Heard ann = listen(ANN);
        talks.say(ANN, BEN, "hello");
        hear();
        blocks.answer(BEN, CompletableFuture.failedFuture(new IllegalStateException("away")));
        talks.read(BEN, ANN);
        hear();
        assertThat(ann.ending()).isEqualTo(PersonalStream.INTERRUPTED);
    }

    @Test
    void tellNobodyWhoReturnsWhatTheOtherHasReadPastABlock() {
        var page = new MissedView(
                List.of(
                        new Missed.Read(TALK, BEN, 1, Instant.EPOCH, 1),
                        new Missed.Read(TALK, ANN, 1, Instant.EPOCH, 2)),
                false);
        given(queries.query(any(MissedMessages.class), eq(MissedView.class)))
                .willReturn(CompletableFuture.completedFuture(page));
        talks.say(ANN, BEN, "hello").read(BEN, ANN).read(ANN, BEN);
        hear();
        assertThat(returned().numbered()).hasSize(2);
        blocks.block(BEN, ANN);
        assertThat(returned().numbered()).hasSize(1);
    }

    @Test
    void tellWhoIsTypingOnlyWhereTheyMayWrite() {
        Heard ann = listen(ANN);
        assertThat(typing(BEN)).isCompleted();
        assertThat(ann.events("typing")).hasSize(1);
        blocks.block(ANN, BEN);
        assertRefused(typing(BEN), Rejection.BLOCKED);
        assertRefused(typing(ANN), Rejection.BLOCKING);
        blocks.block(ANN);
        standings.put(ANN, kid(Map.of()));
        assertRefused(typing(BEN), Rejection.MESSAGE_PRIVACY);
        assertRefused(typing(ANN), Rejection.KID_MODE);
        assertThat(ann.events("typing")).hasSize(1);
    }

    @Test
    void tellWhoIsTypingAtAnotherNodeOnlyWhereTheyMayWrite() {
        Heard ann = listen(ANN);
        typesElsewhere(BEN);
        assertThat(ann.events("typing")).hasSize(1);
        typesElsewhere(ANN);
        assertThat(ann.events("typing")).as("one's own").hasSize(1);
        typesElsewhere(BEN);
        assertThat(typing(BEN)).isCompleted();
        assertThat(ann.events("typing")).as("within 2 s").hasSize(1);
        nanos.addAndGet(Duration.ofSeconds(2).toNanos());
        blocks.block(ANN, BEN);
        typesElsewhere(BEN);
        assertThat(ann.events("typing")).as("past a block").hasSize(1);
    }

    @Test
    void tellAKidThatTheTeacherIsTyping() {
        Heard ann = listen(ANN);
        ClassId go = new ClassId("go");
        standings.put(ANN, kid(Map.of(go, true)));
        standings.put(BEN, Standing.UNKNOWN.after(new TeachingBegun(BEN, go), Instant.EPOCH));
        assertThat(typing(BEN)).isCompleted();
        assertThat(ann.events("typing")).hasSize(1);
    }

    @Test
    void tellTheCountAnewAfterABlockAndItsEnd() {
        Heard ann = listen(ANN);
        assertThat(ann.events("unread_count")).hasSize(1);
        blocks.block(ANN, BEN);
        assertThat(ann.events("unread_count")).hasSize(2);
        blocks.block(ANN);
        assertThat(ann.events("unread_count")).hasSize(3);
        ann.leave();
        assertThat(blocks.watches()).isZero();
    }

    @Test
    void endForAClientThatTakesNothing() {
        List<String> closed = new ArrayList<>();
        Opened stalled = streams.open(ANN, OptionalLong.empty());
        stalled.stream().whenClosed(() -> closed.add(stalled.stream().ending()));
        stalled.frames().subscribe(new BaseSubscriber<>() {
            @Override
            protected void hookOnSubscribe(Subscription subscription) {
                // asks for nothing
            }
        });
        for (int i = 0; i <= BUFFER; i++) {
            talks.say(BEN, ANN, "hello " + i);
        }
        hear();
        assertThat(closed).containsExactly(PersonalStream.SLOW_CONSUMER);
        stalled.stream().whenClosed(() -> closed.add("late"));
        assertThat(closed).containsExactly(PersonalStream.SLOW_CONSUMER, "late");
    }

    private Heard returned() {
        return new Heard(streams.open(ANN, OptionalLong.of(0)));
    }

    private CompletableFuture<Void> typing(UserId person) {
        return typing.typing(TALK, Actor.of(person, Role.USER), PersonView.of(person, person.value()));
    }

    private void typesElsewhere(UserId person) {
        typing.on(new TypesInConversation(TALK, PersonView.of(person, person.value()), false));
    }

    private static void assertRefused(CompletableFuture<Void> typing, Rejection rule) {
        assertThat(typing)
                .failsWithin(Duration.ofSeconds(5))
                .withThrowableThat()
                .havingRootCause()
                .extracting("rule")
                .isEqualTo(rule);
    }

    private static Standing kid(Map<ClassId, Boolean> classes) {
        Standing kid = Standing.UNKNOWN.after(new KidModeEnabled(ANN, "hash"), Instant.EPOCH);
        for (Map.Entry<ClassId, Boolean> one : classes.entrySet()) {
            kid = kid.after(new ClassJoined(ANN, one.getKey(), one.getValue()), Instant.EPOCH);
        }
        return kid;
    }

    private Heard listen(UserId person) {
        return new Heard(streams.open(person, OptionalLong.empty()));
    }

    private void read() {
        talks.read(BEN, ANN);
        hear();
    }

    /** Has the log's tail tell what has not been told. */
    private void hear() {
        talks.from(told).forEach(message -> {
            streams.on(message, Streams.at(told));
            told++;
        });
    }
}
