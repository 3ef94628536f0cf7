package dev.parley.query.room.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.kernel.InvalidValue;
import dev.parley.kernel.PersonalText;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.Role;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.room.EntityId;
import dev.parley.kernel.room.MessageId;
import dev.parley.kernel.room.RoomEvent;
import dev.parley.kernel.room.RoomEvent.MemberTimedOut;
import dev.parley.kernel.room.RoomEvent.MessagePosted;
import dev.parley.kernel.room.RoomEvent.MessageRemoved;
import dev.parley.kernel.room.RoomEvent.RoomOpened;
import dev.parley.kernel.room.RoomEvent.TimeoutEnded;
import dev.parley.kernel.room.RoomId;
import dev.parley.kernel.room.RoomType;
import dev.parley.kernel.room.TimeoutReason;
import dev.parley.query.Contract;
import dev.parley.query.MongoForTests;
import dev.parley.query.NamesForTests;
import dev.parley.query.ReadRefused;
import dev.parley.query.StandingsForTests;
import dev.parley.query.Streams;
import dev.parley.query.room.RoomState;
import dev.parley.query.room.message.MessageQuery.ListMessages;
import dev.parley.query.room.message.MessageQuery.Span;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Contract
class MessagePagesTest {
    private static final RoomId TEAM = new RoomId("team~chess");
    private static final UserId ANN = new UserId("ann");
    private static final UserId BOB = new UserId("bob");
    private static final UserId MOD = new UserId("mod");
    private static final Actor READER = Actor.of(ANN, Role.USER);
    private static final Actor MODERATOR = Actor.of(MOD, Role.USER, Role.MODERATOR);
    private static final Span NEWEST = new Span.Newest();
    private static final int MANY = 300;

    private final MongoForTests mongo = new MongoForTests();
    private final MessageProjection projection = new MessageProjection(mongo.writes());
    private final NamesForTests names = new NamesForTests();
    private final StandingsForTests kids = new StandingsForTests();
    private final List<RoomEvent> log = new ArrayList<>();
    private Instant now = Streams.START;
    private MessagePages pages;
    private volatile RoomState seen;
    private volatile long stored;
    private long lines;

    @BeforeEach
    void open() {
        pages = new MessagePages(
                room -> CompletableFuture.completedFuture(room.equals(TEAM) ? Optional.of(seen) : Optional.empty()),
                new Lines(mongo.readModels()),
                names,
                kids,
                ticking(() -> now));
        happen(new RoomOpened(TEAM, RoomType.TEAM, new EntityId("chess"), List.of(ANN, BOB), false));
        project();
    }

    @AfterEach
    void close() {
        mongo.close();
    }

    @Nested
    class Walking {
        @Test
        void backFromTheNewestLineShowsEachLineOnceOldestFirst() {
            post(1_000);
            assertThat(walkBack(Set.of(), 50)).containsExactlyElementsOf(numbers(1, 1_000));
        }

        @Test
        void forwardFromTheFirstLineShowsEachLineOnce() {
            post(1_000);
            assertThat(walkForward(Set.of(), 7)).containsExactlyElementsOf(numbers(2, 1_000));
        }

        @Test
        void fillsEachPageUpWithTheLinesOfOthers() {
            post(1_000); // every third of them Bob's
            List<Long> without =
                    numbers(1, 1_000).stream().filter(number -> number % 3 != 0).toList();
            assertThat(walkBack(Set.of(BOB), 50)).containsExactlyElementsOf(without);
            assertThat(walkForward(Set.of(BOB), 50)).containsExactlyElementsOf(without.subList(1, without.size()));
            assertThat(read(READER, Set.of(BOB), NEWEST, 50).get("items")).hasSize(50);
        }

        @Test
        void goesOnBeyondALongStretchOfLinesLeftOut() {
            post(2, ANN);
            post(3_000, BOB);
            post(1, ANN);
            assertThat(walkBack(Set.of(BOB), 2)).containsExactly(1L, 2L, 3_003L);
            assertThat(walkForward(Set.of(BOB), 2)).containsExactly(2L, 3_003L);
        }

        @Test
        void endsWithNoNext() {
            post(50);
            JsonNode page = read(READER, Set.of(), NEWEST, 50);
            assertThat(page.get("items")).hasSize(50);
            assertThat(page.get("next").isNull()).isTrue();
            assertThat(read(READER, Set.of(), new Span.Before(line(1)), 50).get("items"))
                    .isEmpty();
            assertThat(read(READER, Set.of(), new Span.After(line(50)), 50).get("items"))
                    .isEmpty();
        }

        @Test
        void startsFromAnyLineHoweverFarOff() {
            post(10);
            assertThat(numbersOf(read(READER, Set.of(), new Span.Before(line(5)), 2)))
                    .containsExactly(3L, 4L);
            assertThat(numbersOf(read(READER, Set.of(), new Span.After(line(5)), 2)))
                    .containsExactly(6L, 7L);
            assertThat(numbersOf(read(READER, Set.of(), new Span.Before(line(999)), 2)))
                    .containsExactly(9L, 10L);
            assertThat(numbersOf(read(READER, Set.of(), new Span.After(line(999)), 2)))
                    .isEmpty();
        }
    }

    @Nested
    class ALine {
        @Test
        void isShownAsTheApiPromises() {
            post(1);
            String json = new String(pages.read(new ListMessages(TEAM, READER, Set.of(), NEWEST, 50))
                    .join());
            assertThat(json).isEqualTo("""
                            {"items":[{"id":"team~chess~1~1","room_id":"team~chess",\
                            "user":{"id":"ann","username":"ann"},"content":"line 1",\
                            "created_at":"2026-03-01T12:00:01.123Z","is_deleted":false}],"next":null}""");
        }

        @Test
        void thatWasRemovedHasItsTextForModeratorsAlone() {
            post(1);
            happen(new MessageRemoved(TEAM, 1, 1, MOD));
            project();
            JsonNode shown = read(READER, Set.of(), NEWEST, 50).at("/items/0");
            assertThat(shown.get("content").asString()).isEmpty();
            assertThat(shown.get("is_deleted").asBoolean()).isTrue();
            assertThat(shown.at("/deleted_by/username").asString()).isEqualTo("mod");
            assertThat(read(MODERATOR, Set.of(), NEWEST, 50)
                            .at("/items/0/content")
                            .asString())
                    .isEqualTo("line 1");
        }

        @Test
        void isHeldBackForAsLongAsItsAuthorIsTimedOut() {
            post(1, BOB);
            happen(new MemberTimedOut(TEAM, BOB, MOD, TimeoutReason.SPAM, now.plusSeconds(60)));
            project();
            JsonNode heldBack = read(READER, Set.of(), NEWEST, 50).at("/items/0");
            assertThat(heldBack.get("content").asString()).isEmpty();
            assertThat(heldBack.get("is_hidden").asBoolean()).isTrue();
            assertThat(read(MODERATOR, Set.of(), NEWEST, 50)
                            .at("/items/0/content")
                            .asString())
                    .isEqualTo("line 1");

            now = now.plusSeconds(60);
            JsonNode back = read(READER, Set.of(), NEWEST, 50).at("/items/0");
            assertThat(back.get("content").asString()).isEqualTo("line 1");
            assertThat(back.has("is_hidden")).isFalse();
        }

        @Test
        void comesBackAsSoonAsTheTimeoutIsLifted() {
            post(1, BOB);
            happen(new MemberTimedOut(TEAM, BOB, MOD, TimeoutReason.SPAM, now.plusSeconds(60)));
            assertThat(newestText()).isEmpty();
            happen(new TimeoutEnded(TEAM, BOB, true));
            assertThat(newestText()).isEqualTo("line 1");
        }
    }

    @Nested
    class AKeptPage {
        @Test
        void isTheSameOneUntilSomethingHappens() {
            post(10);
            assertThat(bytes()).isSameAs(bytes());
            post(1);
            assertThat(bytes()).isSameAs(bytes());
        }

        @Test
        void isNotKeptWhileTheReadModelIsBehindWhatWasSeen() {
            post(1);
            happen(posted(ANN));
            byte[] behind = bytes();
            assertThat(bytes()).isNotSameAs(behind);
            assertThat(numbersOf(read(READER, Set.of(), NEWEST, 50))).containsExactly(1L);

            project();
            assertThat(newestText()).isEqualTo("line 2");
        }

        @Test
        void isNeverOlderThanWhatWasSeenWhateverHappens() {
            for (int turn = 0; turn < 60; turn++) {
                happen(turn % 4 == 3 ? new MessageRemoved(TEAM, lines, seen.sequence(), MOD) : posted(ANN));
                if (turn % 3 == 0) {
                    bytes();
                }
                project();
                JsonNode newest = read(READER, Set.of(), NEWEST, 5).get("items");
                JsonNode last = newest.get(newest.size() - 1);
                assertThat(MessageId.parse(last.get("id").asString()).number()).isEqualTo(lines);
                assertThat(last.get("is_deleted").asBoolean()).isEqualTo(turn % 4 == 3);
            }
        }

        @Test
        void holdsEverythingThatWasStoredBeforeItWasAskedForHoweverManyAsk() {
            post(1);
            List<CompletableFuture<Void>> readers = IntStream.range(0, 4)
                    .mapToObj(reader -> CompletableFuture.runAsync(this::readUntilTheLastLine))
                    .toList();
            for (int posted = 1; posted < MANY; posted++) {
                post(1);
                stored = lines;
            }
            assertThat(CompletableFuture.allOf(readers.toArray(CompletableFuture[]::new)))
                    .succeedsWithin(Duration.ofSeconds(5));
        }

        private void readUntilTheLastLine() {
            long last = 0;
            while (last < MANY) {
                long storedBefore = stored;
                List<Long> page = numbersOf(read(READER, Set.of(), NEWEST, 3));
                last = page.getLast();
                assertThat(last).isGreaterThanOrEqualTo(storedBefore);
                assertThat(page).containsExactlyElementsOf(numbers(Math.max(1, last - 2), last));
            }
        }

        @Test
        void isBuiltAnewWhenSomebodyIsRenamed() {
            post(1);
            bytes();
            names.rename(ANN, "Anna");
            assertThat(read(READER, Set.of(), NEWEST, 50)
                            .at("/items/0/user/username")
                            .asString())
                    .isEqualTo("Anna");
        }
    }

    @Nested
    class IsRefused {
        @Test
        void toThoseWhoDoNotTakePart() {
            assertThatThrownBy(() -> read(Actor.of(new UserId("cid"), Role.USER), Set.of(), NEWEST, 50))
                    .isInstanceOf(CompletionException.class)
                    .cause()
                    .isInstanceOfSatisfying(
                            ReadRefused.class,
                            refused -> assertThat(refused.rule()).isEqualTo(Rejection.NOT_A_PARTICIPANT));
        }

        @Test
        void toThoseInKidModeUntilItEnds() {
            kids.set(READER.id(), true);
            assertThatThrownBy(() -> bytes())
                    .cause()
                    .isInstanceOfSatisfying(
                            ReadRefused.class,
                            refused -> assertThat(refused.rule()).isEqualTo(Rejection.KID_MODE));
            kids.set(READER.id(), false);
            assertThat(bytes()).isNotEmpty();
        }

        @Test
        void forARoomThatNobodyOpened() {
            var query = new ListMessages(new RoomId("team~none"), READER, Set.of(), NEWEST, 50);
            assertThatThrownBy(() -> pages.read(query).join())
                    .cause()
                    .isInstanceOfSatisfying(
                            ReadRefused.class,
                            refused -> assertThat(refused.rule()).isEqualTo(Rejection.UNKNOWN_ROOM));
        }

        @Test
        void beforeALineOfAnotherRoomAndPastTheLimits() {
            var elsewhere = new MessageId(new RoomId("team~other"), 1, 1);
            assertThatThrownBy(() -> new ListMessages(TEAM, READER, Set.of(), new Span.Before(elsewhere), 50))
                    .isInstanceOfSatisfying(
                            InvalidValue.class, no -> assertThat(no.field()).isEqualTo("before"));
            assertThatThrownBy(() -> new ListMessages(TEAM, READER, Set.of(), new Span.After(elsewhere), 50))
                    .isInstanceOfSatisfying(
                            InvalidValue.class, no -> assertThat(no.field()).isEqualTo("after"));
            assertThatThrownBy(() -> new ListMessages(TEAM, READER, Set.of(), NEWEST, 0))
                    .isInstanceOfSatisfying(
                            InvalidValue.class, no -> assertThat(no.field()).isEqualTo("limit"));
            assertThatThrownBy(() -> new ListMessages(TEAM, READER, Set.of(), NEWEST, 101))
                    .isInstanceOfSatisfying(
                            InvalidValue.class, no -> assertThat(no.field()).isEqualTo("limit"));
        }
    }

    private List<Long> walkBack(Set<UserId> without, int limit) {
        List<Long> walked = new ArrayList<>();
        Optional<Span> span = Optional.of(NEWEST);
        while (span.isPresent()) {
            JsonNode page = read(READER, without, span.get(), limit);
            walked.addAll(0, numbersOf(page));
            span = next(page).map(Span.Before::new);
        }
        return walked;
    }

    private List<Long> walkForward(Set<UserId> without, int limit) {
        List<Long> walked = new ArrayList<>();
        Optional<Span> span = Optional.of(new Span.After(line(1)));
        while (span.isPresent()) {
            JsonNode page = read(READER, without, span.get(), limit);
            walked.addAll(numbersOf(page));
            span = next(page).map(Span.After::new);
        }
        return walked;
    }

    private static Optional<MessageId> next(JsonNode page) {
        return page.get("next").isNull()
                ? Optional.empty()
                : Optional.of(MessageId.parse(page.get("next").asString()));
    }

    private static List<Long> numbersOf(JsonNode page) {
        return page.get("items")
                .valueStream()
                .map(item -> MessageId.parse(item.get("id").asString()).number())
                .toList();
    }

    private JsonNode read(Actor viewer, Set<UserId> without, Span span, int limit) {
        byte[] json =
                pages.read(new ListMessages(TEAM, viewer, without, span, limit)).join();
        return JsonMapper.shared().readTree(json);
    }

    private byte[] bytes() {
        return pages.read(new ListMessages(TEAM, READER, Set.of(), NEWEST, 50)).join();
    }

    private String newestText() {
        project();
        JsonNode items = read(READER, Set.of(), NEWEST, 50).get("items");
        return items.get(items.size() - 1).get("content").asString();
    }

    private void post(int count) {
        for (int posted = 0; posted < count; posted++) {
            happen(posted((lines + 1) % 3 == 0 ? BOB : ANN));
        }
        project();
    }

    private void post(int count, UserId author) {
        for (int posted = 0; posted < count; posted++) {
            happen(posted(author));
        }
        project();
    }

    private MessagePosted posted(UserId author) {
        lines++;
        return new MessagePosted(TEAM, lines, author, new PersonalText(author, "line " + lines));
    }

    /** The log's tail sees the event; the projection does not yet. */
    private void happen(RoomEvent event) {
        seen = event instanceof RoomOpened opened
                ? RoomState.opened(opened, Streams.START)
                : seen.after(event, seen.sequence() + 1);
        log.add(event);
    }

    private void project() {
        long first = seen.sequence() + 1 - log.size();
        Stream<DomainEventMessage<?>> batch = LongStream.range(0, log.size())
                .<DomainEventMessage<?>>mapToObj(
                        index -> Streams.message(TEAM.value(), first + index, log.get((int) index)));
        mongo.play(
                batch,
                (event, message) ->
                        projection.on((RoomEvent) event, message.getSequenceNumber(), message.getTimestamp()));
        log.clear();
    }

    private static MessageId line(long number) {
        return new MessageId(TEAM, number, number);
    }

    private static List<Long> numbers(long first, long last) {
        return LongStream.rangeClosed(first, last).boxed().toList();
    }

    private static Clock ticking(InstantSource source) {
        return source.withZone(ZoneOffset.UTC);
    }
}
