package dev.parley.query.room.live;

import static dev.parley.query.room.live.LiveUnderTest.ANN;
import static dev.parley.query.room.live.LiveUnderTest.BOB;
import static dev.parley.query.room.live.LiveUnderTest.MOD;
import static dev.parley.query.room.live.LiveUnderTest.ROOM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.kernel.Rejection;
import dev.parley.kernel.room.RoomEvent.MemberTimedOut;
import dev.parley.kernel.room.RoomEvent.ParticipantAdded;
import dev.parley.kernel.room.RoomEvent.ParticipantRemoved;
import dev.parley.kernel.room.RoomEvent.RoomDisabled;
import dev.parley.kernel.room.RoomEvent.RoomEnabled;
import dev.parley.kernel.room.RoomEvent.RoomFinished;
import dev.parley.kernel.room.RoomEvent.TimeoutEnded;
import dev.parley.kernel.room.RoomId;
import dev.parley.kernel.room.TimeoutReason;
import dev.parley.query.ReadRefused;
import dev.parley.query.live.LiveSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RoomStreamTest {
    private static final LiveSettings SMALL =
            new LiveSettings(8, 8, 100, Duration.ofSeconds(15), Duration.ofSeconds(60));

    private LiveUnderTest live = LiveUnderTest.withPublicRoom();

    @AfterEach
    void close() {
        live.close();
    }

    private void restart(LiveSettings settings) {
        live.close();
        live = LiveUnderTest.withPublicRoom(settings);
    }

    @Nested
    class FromNowOn {
        @Test
        void bringsEachLineOnceAndInOrder() {
            live.post(ANN);
            Heard heard = live.listen(BOB);
            long last = 0;
            for (int i = 0; i < 1_000; i++) {
                last = live.post(ANN);
            }
            heard.untilId(last);
            assertThat(heard.ids()).containsExactlyElementsOf(range(2, last));
        }

        @Test
        void missesNothingThatHappensBeforeItIsSubscribedTo() {
            RoomStream stream = live.stream(BOB, false, OptionalLong.empty());
            long last = live.post(ANN);
            assertThat(Heard.all(stream).untilId(last).ids()).containsExactly(last);
        }

        @Test
        void showsALineAsAPageDoes() {
            Heard heard = live.listen(BOB);
            heard.untilId(live.post(ANN));
            assertThat(heard.text())
                    .startsWith("id: 1\nevent: new_message\ndata: {\"id\":\"team~1~1~1\",\"room_id\":\"team~1\","
                            + "\"user\":{\"id\":\"ann\",\"username\":\"ann\"},\"content\":\"line 1\",\"created_at\":\"")
                    .endsWith("Z\",\"is_deleted\":false}\n\n");
        }

        @Test
        void hasAFrameForEveryEvent() {
            Heard heard = live.listen(MOD);
            Instant later = Instant.now().plusSeconds(60);
            live.append(new ParticipantAdded(ROOM, ANN));
            live.append(new RoomDisabled(ROOM));
            live.append(new RoomEnabled(ROOM));
            live.append(new MemberTimedOut(ROOM, ANN, MOD, TimeoutReason.SPAM, later));
            live.append(new TimeoutEnded(ROOM, ANN, true));
            heard.untilId(live.append(new RoomFinished(ROOM)));
            assertThat(heard.ids()).containsExactlyElementsOf(range(1, 6));
            assertThat(heard.events())
                    .containsExactly(
                            "room_changed", "room_changed", "room_changed", "timeout", "timeout_ended", "room_changed");
        }
    }

    @Nested
    class Resuming {
        @Test
        void insideTheRingReadsTheLogNotMoreThanOnceForAll() {
            Heard first = live.listen(BOB);
            long last = posted(300);
            first.untilId(last);
            List<Heard> all = new ArrayList<>();
            for (long after = last - 100; after < last; after++) {
                all.add(live.listen(BOB, OptionalLong.of(after)));
            }
            all.forEach(heard -> heard.untilId(last));
            assertThat(live.reads).hasValue(0);
        }

        @Test
        void ofManyAfterARestartReadsTheLogOnce() {
            long last = posted(100);
            List<Heard> all = new ArrayList<>();
            for (long after = 0; after < last; after++) {
                all.add(live.listen(BOB, OptionalLong.of(after)));
            }
            for (int after = 0; after < last; after++) {
                assertThat(all.get(after).untilId(last).ids()).containsExactlyElementsOf(range(after + 1, last));
            }
            assertThat(live.reads).hasValue(1);
        }

        @Test
        void fromLongAgoReadsTheLogPieceByPieceAsItIsTaken() {
            long last = posted(2_000);
            Heard heard = Heard.some(live.stream(BOB, false, OptionalLong.of(0)), 1);
            heard.until(one -> !one.frames.isEmpty());
            assertThat(heard.frames).hasSizeLessThan(200);
            heard.requestUnbounded();
            assertThat(heard.untilId(last).ids()).containsExactlyElementsOf(range(1, last));
        }

        @Test
        void fromAPlaceThatIsNotThereYetIsFromNowOn() {
            live.post(ANN);
            Heard heard = live.listen(BOB, OptionalLong.of(4_000_000_000L));
            long last = live.post(ANN);
            assertThat(heard.untilId(last).ids()).containsExactly(last);
        }

        @Test
        void atRandomPlacesWhileLinesComeNeitherRepeatsNorMisses() {
            restart(SMALL);
            Random random = new Random(42);
            List<Long> union = new ArrayList<>();
            long seen = 0;
            for (int cut = 0; cut < 300; cut++) {
                Heard heard = live.listen(BOB, OptionalLong.of(seen));
                int lines = random.nextInt(25);
                long last = posted(lines);
                if (lines > 0 && random.nextBoolean()) {
                    heard.untilId(last);
                }
                heard.cancel();
                List<Long> ids = heard.ids();
                union.addAll(ids);
                seen = ids.isEmpty() ? seen : ids.getLast();
            }
            long last = live.post(ANN);
            union.addAll(live.listen(BOB, OptionalLong.of(seen)).untilId(last).ids());
            assertThat(union).containsExactlyElementsOf(range(1, last));
        }

        @Test
        void givesTheSameFramesFromRingAndLog() {
            restart(SMALL);
            live.append(new RoomDisabled(ROOM));
            live.append(new ParticipantAdded(ROOM, BOB));
            live.append(new RoomEnabled(ROOM));
            live.append(new ParticipantRemoved(ROOM, BOB));
            long ring = live.append(new RoomFinished(ROOM));
            Heard fromRing = live.listen(MOD, OptionalLong.of(0)).untilId(ring);
            long last = posted(50);
            Heard fromLog = live.listen(MOD, OptionalLong.of(0)).untilId(last);
            assertThat(fromLog.text()).isEqualTo(fromRing.untilId(last).text());
        }
    }

    @Nested
    class WhatWasRemoved {
        @Test
        void isNotSentAgainFromTheRing() {
            Heard first = live.listen(BOB);
            long line = live.post(ANN);
            first.untilId(live.remove(1, line));
            Heard second = live.listen(BOB, OptionalLong.of(0)).untilId(line + 1);
            assertThat(second.text())
                    .doesNotContain("line 1")
                    .contains("\"is_deleted\":true,\"deleted_by\":{\"id\":\"mod\",\"username\":\"mod\"}")
                    .contains("event: message_deleted\ndata: {\"id\":\"team~1~1~1\",\"room_id\":\"team~1\"");
        }

        @Test
        void isNotSentFromTheLog() {
            long line = live.post(ANN);
            posted(400);
            long removal = live.remove(1, line);
            posted(400);
            Heard heard = live.listen(BOB, OptionalLong.of(0)).untilId(removal + 400);
            assertThat(heard.frames).hasSize(802);
            assertThat(heard.text()).doesNotContain("\"line 1\"");
        }

        @Test
        void whileItsReaderIsOnTheWayIsNotSentEither() {
            long last = posted(1_000);
            Heard heard = Heard.some(live.stream(BOB, false, OptionalLong.of(0)), 1);
            heard.until(one -> !one.frames.isEmpty());
            Heard witness = live.listen(BOB);
            witness.untilId(live.remove(100, 100));
            heard.requestUnbounded();
            assertThat(heard.untilId(last + 1).text()).doesNotContain("\"line 100\"");
        }

        @Test
        void isShownToModerators() {
            long line = live.post(ANN);
            live.remove(1, line);
            Heard heard = Heard.all(live.stream(MOD, true, OptionalLong.of(0)));
            assertThat(heard.untilId(line + 1).text()).contains("line 1");
        }
    }

    @Nested
    class LinesOfSomebodyTimedOut {
        @Test
        void areHiddenUntilTheTimeoutEnds() {
            long line = live.post(ANN);
            Instant later = Instant.now().plusSeconds(3_600);
            long timeout = live.append(new MemberTimedOut(ROOM, ANN, MOD, TimeoutReason.INSULT, later));
            assertThat(live.listen(BOB, OptionalLong.of(0)).untilId(timeout).text())
                    .doesNotContain("line " + line)
                    .contains("\"is_hidden\":true");
            long end = live.append(new TimeoutEnded(ROOM, ANN, true));
            live.listen(MOD, OptionalLong.of(timeout)).untilId(end);
            assertThat(live.listen(BOB, OptionalLong.of(0)).untilId(end).text()).contains("line " + line);
        }
    }

    @Nested
    class ASlowReader {
        @Test
        void isEndedWhileOthersGetEverything() {
            restart(SMALL);
            Heard slow = Heard.some(live.stream(BOB, false, OptionalLong.empty()), 1);
            Heard quick = live.listen(ANN);
            long last = posted(500);
            quick.untilId(last);
            slow.untilCompleted();
            assertThat(quick.ids()).containsExactlyElementsOf(range(1, last));
            assertThat(slow.stream().ending()).contains(Ending.SLOW_CONSUMER);
            assertThat(live.meters
                            .counter("parley.live.closed", "reason", "slow-consumer")
                            .count())
                    .isOne();
        }

        @Test
        void thatComesBackGetsTheRest() {
            restart(SMALL);
            Heard slow = Heard.some(live.stream(BOB, false, OptionalLong.empty()), 1);
            long last = posted(500);
            slow.untilCompleted();
            List<Long> ids = new ArrayList<>(slow.ids());
            ids.addAll(live.listen(BOB, OptionalLong.of(ids.getLast()))
                    .untilId(last)
                    .ids());
            assertThat(ids).containsExactlyElementsOf(range(1, last));
        }

        @Test
        void thatTakesNoHeartbeatIsEnded() {
            Heard stalled = Heard.some(live.stream(BOB, false, OptionalLong.empty()), 0);
            Heard awake = live.listen(ANN);
            live.rooms.beat();
            live.rooms.beat();
            stalled.untilCompleted();
            awake.until(heard -> heard.batches.contains(List.of()));
            assertThat(awake.completed).isFalse();
        }
    }

    @Nested
    class Access {
        private final RoomId closed = new RoomId("team~2");

        @Test
        void isRefusedToStrangers() {
            live.open(closed, false, ANN);
            assertThatThrownBy(() -> live.stream(closed, BOB, false, OptionalLong.empty()))
                    .hasCauseInstanceOf(ReadRefused.class)
                    .cause()
                    .extracting("rule")
                    .isEqualTo(Rejection.NOT_A_PARTICIPANT);
        }

        @Test
        void isRefusedToARoomThatWasNeverOpened() {
            assertThatThrownBy(() -> live.stream(new RoomId("team~3"), BOB, false, OptionalLong.empty()))
                    .cause()
                    .extracting("rule")
                    .isEqualTo(Rejection.UNKNOWN_ROOM);
        }

        @Test
        void thatIsLostEndsTheStreamAtOnce() {
            live.open(closed, false, ANN, BOB);
            Heard bob = Heard.all(live.stream(closed, BOB, false, OptionalLong.empty()));
            Heard ann = Heard.all(live.stream(closed, ANN, false, OptionalLong.empty()));
            Heard moderator = Heard.all(live.stream(closed, MOD, true, OptionalLong.empty()));
            long removal = live.append(new ParticipantRemoved(closed, BOB));
            bob.untilCompleted();
            assertThat(bob.ids()).doesNotContain(removal);
            assertThat(bob.frames.getLast().event()).isEqualTo("closed");
            assertThat(bob.text()).contains("{\"room_id\":\"team~2\",\"reason\":\"not-a-participant\"}");
            ann.untilId(removal);
            moderator.untilId(removal);
        }
    }

    @Nested
    class PeoplePresent {
        @Test
        void countOnceHoweverManyTabs() {
            Heard ann = live.listen(ANN);
            Heard first = live.listen(BOB);
            Heard second = live.listen(BOB);
            first.cancel();
            second.cancel();
            ann.until(heard -> heard.events().contains("user_left"));
            assertThat(ann.events()).containsExactly("user_joined", "user_left");
            assertThat(ann.text())
                    .contains("data: {\"room_id\":\"team~1\",\"user\":{\"id\":\"bob\",\"username\":\"bob\"}}")
                    .doesNotContain("id: ");
        }

        @Test
        void areNotAnnouncedInAFullRoom() {
            restart(new LiveSettings(256, 256, 2, Duration.ofSeconds(15), Duration.ofSeconds(60)));
            Heard ann = live.listen(ANN);
            live.listen(BOB);
            live.listen(MOD).cancel();
            long last = live.post(ANN);
            ann.untilId(last);
            assertThat(ann.events()).containsExactly("user_joined", "new_message");
        }
    }

    @Test
    void endsWhenTheNodeStops() {
        Heard heard = live.listen(BOB);
        live.rooms.stop();
        heard.untilCompleted();
        assertThat(heard.text())
                .isEqualTo("event: closed\ndata: {\"room_id\":\"team~1\",\"reason\":\"going-away\"}\n\n");
    }

    private long posted(int lines) {
        long last = 0;
        for (int i = 0; i < lines; i++) {
            last = live.post(ANN);
        }
        return last;
    }

    private static List<Long> range(long first, long last) {
        return LongStream.rangeClosed(first, last).boxed().toList();
    }
}
