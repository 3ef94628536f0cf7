package dev.parley.query.direct.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import dev.parley.kernel.PersonalText;
import dev.parley.kernel.direct.ConversationId;
import dev.parley.kernel.forum.PostId;
import dev.parley.kernel.forum.TopicEvent.PostAdded;
import dev.parley.kernel.forum.TopicId;
import dev.parley.kernel.member.UserId;
import dev.parley.query.BlocksForTests;
import dev.parley.query.NamesForTests;
import dev.parley.query.Notice;
import dev.parley.query.Notice.Mentioned;
import dev.parley.query.Notice.Place;
import dev.parley.query.Positions;
import dev.parley.query.StandingsForTests;
import dev.parley.query.Streams;
import dev.parley.query.direct.ConversationQuery.CountUnread;
import dev.parley.query.direct.ConversationQuery.MissedMessages;
import dev.parley.query.direct.MissedView;
import dev.parley.query.direct.MissedView.Missed;
import dev.parley.query.direct.UnreadView;
import dev.parley.query.live.LiveSettings;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.axonframework.queryhandling.QueryGateway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What Ann hears when Ben's posts speak of her. */
class NoticeStreamTest {
    private static final UserId ANN = new UserId("ann");
    private static final UserId BEN = new UserId("ben");
    private static final TopicId TOPIC = new TopicId("topic~00000000-0000-0000-0000-000000000001");

    private final StandingsForTests standings = new StandingsForTests();
    private final BlocksForTests blocks = new BlocksForTests();
    private final List<Notice> stored = new ArrayList<>();
    private final QueryGateway queries = mock();
    private final Positions positions = mock();
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
                    person -> CompletableFuture.completedFuture(List.copyOf(stored)),
                    discretion),
            new LiveSettings(16, 256, 100, Duration.ofSeconds(15), Duration.ofSeconds(60), Duration.ofSeconds(10)));

    @BeforeEach
    void start() {
        given(positions.reached(any(), anyLong())).willReturn(CompletableFuture.completedFuture(null));
        given(queries.query(any(CountUnread.class), eq(UnreadView.class)))
                .willReturn(CompletableFuture.completedFuture(new UnreadView(0)));
        var read = new Missed.Read(ConversationId.of(ANN, BEN), ANN, 1, Instant.EPOCH, 2);
        given(queries.query(any(MissedMessages.class), eq(MissedView.class)))
                .willReturn(CompletableFuture.completedFuture(new MissedView(List.of(read), false)));
        streams.start();
    }

    @AfterEach
    void stop() {
        streams.stop();
    }

    @Test
    void isToldToHerAlone() {
        Heard ann = new Heard(streams.open(ANN, OptionalLong.empty()));
        Heard ben = new Heard(streams.open(BEN, OptionalLong.empty()));
        streams.on(Streams.message(TOPIC.value(), 7, post(List.of(ANN))), Streams.at(3));
        streams.on(Streams.message(TOPIC.value(), 8, post(List.of())), Streams.at(4));
        assertThat(ann.events("mention")).singleElement().satisfies(frame -> {
            assertThat(frame.id()).hasValue(3);
            assertThat(new String(frame.sse(), StandardCharsets.UTF_8))
                    .contains("\"post_id\":\"" + TOPIC + "~5~7\",\"number\":5,", "\"username\":\"ben\"");
        });
        assertThat(ben.events("mention")).isEmpty();
    }

    @Test
    void isToldInItsPlaceToWhoReturns() {
        stored.addAll(List.of(mention(1), mention(3), mention(9)));
        streams.on(Streams.message(TOPIC.value(), 7, post(List.of())), Streams.at(4));
        assertThat(returned().numbered()).containsExactly("mention", "message_read", "mention");
        blocks.block(ANN, BEN);
        assertThat(returned().numbered()).containsExactly("message_read");
    }

    @Test
    void isNotToldToWhoReturnsInKidMode() {
        stored.add(mention(1));
        streams.on(Streams.message(TOPIC.value(), 7, post(List.of())), Streams.at(4));
        standings.set(ANN, true);
        assertThat(returned().numbered()).containsExactly("message_read");
    }

    private Heard returned() {
        return new Heard(streams.open(ANN, OptionalLong.of(0)));
    }

    private static Notice mention(long position) {
        return new Mentioned(new Place(ANN, position, Instant.EPOCH), new PostId(TOPIC, position, position), BEN);
    }

    private static PostAdded post(List<UserId> mentions) {
        return new PostAdded(TOPIC, 5, BEN, new PersonalText(BEN, "@ann"), mentions, 5);
    }
}
