package dev.parley.query.forum.post;

import static dev.parley.query.forum.post.PostsUnderTest.ANN;
import static dev.parley.query.forum.post.PostsUnderTest.BOB;
import static dev.parley.query.forum.post.PostsUnderTest.TOPIC;
import static dev.parley.query.forum.post.PostsUnderTest.added;
import static dev.parley.query.forum.post.PostsUnderTest.edited;
import static dev.parley.query.forum.post.PostsUnderTest.id;
import static dev.parley.query.forum.post.PostsUnderTest.reacts;
import static dev.parley.query.forum.post.PostsUnderTest.takesBack;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.kernel.InvalidValue;
import dev.parley.kernel.PersonalText;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.forum.CategoryId;
import dev.parley.kernel.forum.PostId;
import dev.parley.kernel.forum.Reaction;
import dev.parley.kernel.forum.TopicEvent.PostEdited;
import dev.parley.kernel.forum.TopicEvent.PostErased;
import dev.parley.kernel.forum.TopicEvent.PostRemoved;
import dev.parley.kernel.forum.TopicEvent.TopicClosed;
import dev.parley.kernel.forum.TopicEvent.TopicRemoved;
import dev.parley.kernel.forum.TopicEvent.TopicStarted;
import dev.parley.kernel.forum.TopicId;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.Role;
import dev.parley.kernel.member.UserId;
import dev.parley.query.Page;
import dev.parley.query.PersonView;
import dev.parley.query.ReadRefused;
import dev.parley.query.Streams;
import dev.parley.query.forum.post.PostQuery.ListPosts;
import dev.parley.query.forum.post.PostQuery.ListVersions;
import dev.parley.query.forum.post.PostView.ReactionView;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class PostsTest {
    private static final UserId MOD = new UserId("mod");
    private static final Actor READER = Actor.of(ANN, Role.USER);
    private static final Actor OTHER = Actor.of(BOB, Role.USER);
    private static final Actor MODERATOR = Actor.of(MOD, Role.USER, Role.MODERATOR);

    private final PostsUnderTest posts = new PostsUnderTest();

    @BeforeEach
    void start() {
        posts.happen(new TopicStarted(TOPIC, new CategoryId("general"), ANN, new PersonalText(ANN, "A topic")));
    }

    @AfterEach
    void close() {
        posts.close();
    }

    @Nested
    class APage {
        @Test
        void isJsonAsTheApiPromises() {
            posts.names.rename(BOB, "Bob");
            posts.happen(
                            added(1, ANN, "Hi *@Bob* https://lichess.org/abcdefgh", BOB),
                            edited(1, ANN, "Hi **@Bob** https://lichess.org/abcdefgh", BOB),
                            reacts(1, ANN, Reaction.HEART),
                            reacts(1, BOB, Reaction.PLUS_ONE))
                    .project();
            String page = new String(bytes(READER, Set.of(), 0, 20), StandardCharsets.UTF_8);
            assertThat(page).isEqualTo("""
                            {"items":[{"id":"%1$s~1~1","number":1,"author":{"id":"ann","username":"ann"},\
                            "content":"Hi **@Bob** https://lichess.org/abcdefgh",\
                            "html":"<p>Hi <strong><a href=\\"/&#64;/Bob\\" rel=\\"nofollow noopener ugc\\">&#64;Bob</a></strong> \
                            <a href=\\"https://lichess.org/abcdefgh\\" rel=\\"nofollow noopener ugc\\">\
                            https://lichess.org/abcdefgh</a></p>\\n",\
                            "embeds":[{"kind":"game","url":"https://lichess.org/abcdefgh"}],\
                            "mentions":[{"id":"bob","username":"Bob"}],\
                            "created_at":"2026-03-01T12:00:01.123Z","edited_at":"2026-03-01T12:00:02.123Z",\
                            "is_deleted":false,\
                            "reactions":{"+1":{"count":1,"mine":false},"heart":{"count":1,"mine":true}}}],"next":null}\
                            """.formatted(TOPIC));
            assertThat(JsonMapper.shared().writeValueAsString(list(READER, Set.of(), 0, 20)))
                    .isEqualTo(page);
        }

        @Test
        void leadsOnUntilTheEnd() {
            write(1, 1_000, ANN);
            assertThat(walk(Set.of(), 7)).containsExactlyElementsOf(numbers(1, 1_000));
            assertThat(list(READER, Set.of(), 950, 50).next()).isNull();
            assertThat(list(READER, Set.of(), 949, 50).next()).isEqualTo("999");
            assertThat(list(READER, Set.of(), 5_000, 50)).isEqualTo(new Page<>(List.of(), null));
        }

        @Test
        void isFilledUpWithThePostsOfOthers() {
            for (int number = 1; number <= 300; number++) {
                posts.happen(added(number, number % 3 == 0 ? BOB : ANN, "post " + number));
            }
            posts.project();
            assertThat(walk(Set.of(BOB), 20))
                    .containsExactlyElementsOf(numbers(1, 300).stream()
                            .filter(number -> number % 3 != 0)
                            .toList());
            assertThat(list(READER, Set.of(BOB), 0, 20).items()).hasSize(20);
        }

        @Test
        void leadsOnBeyondALongStretchLeftOut() {
            write(1, 2, ANN);
            write(3, 2_500, BOB);
            write(2_501, 2_501, ANN);
            assertThat(walk(Set.of(BOB), 2)).containsExactly(1L, 2L, 2_501L);
        }

        @Test
        void isNewAfterEveryChange() {
            posts.happen(added(1, ANN, "a")).project();
            assertThat(bytes(OTHER)).contains("\"content\":\"a\"");
            assertThat(posts.pages.read(listing(OTHER)).join())
                    .isSameAs(posts.pages.read(listing(READER)).join());
            posts.happen(edited(1, ANN, "b")).project();
            assertThat(bytes(OTHER)).contains("\"content\":\"b\"");
            posts.happen(reacts(1, BOB, Reaction.HEART)).project();
            assertThat(bytes(OTHER)).contains("\"heart\":{\"count\":1,\"mine\":true}");
            assertThat(bytes(READER)).contains("\"heart\":{\"count\":1,\"mine\":false}");
            posts.happen(takesBack(1, BOB, Reaction.HEART)).project();
            assertThat(bytes(OTHER)).contains("\"reactions\":{}");
            posts.names.rename(ANN, "Anna");
            assertThat(bytes(OTHER)).contains("\"username\":\"Anna\"");
            posts.happen(new PostErased(TOPIC, 1, 0)).project();
            assertThat(bytes(OTHER)).contains("\"is_deleted\":true").doesNotContain("\"b\"");
            assertThat(bytes(OTHER, Set.of(ANN), 0, 20)).asString().contains("\"items\":[]");
        }

        @Test
        void isNewAfterAnEventThatWasLateToBeCommitted() {
            posts.happen(added(1, ANN, "a"), added(2, ANN, "b")).project();
            assertThat(bytes(OTHER)).contains("\"reactions\":{}");
            var late = Streams.message("late", 0, reacts(1, BOB, Reaction.HEART));
            posts.play(List.of(Streams.logged(2, late)));
            assertThat(bytes(OTHER)).contains("\"heart\"");
        }

        @Test
        void isNotThereForATopicThatIsUnknownOrRemoved() {
            assertRefused(Rejection.UNKNOWN_TOPIC, () -> list(READER, Set.of(), 0, 20));
            write(1, 1, ANN);
            posts.happen(new TopicRemoved(TOPIC, MOD)).project();
            assertRefused(Rejection.UNKNOWN_TOPIC, () -> list(MODERATOR, Set.of(), 0, 20));
            assertRefused(Rejection.UNKNOWN_TOPIC, () -> bytes(READER));
            var other = new ListPosts(READER, TopicId.fresh(), 0, Set.of(), 20);
            assertRefused(Rejection.UNKNOWN_TOPIC, () -> posts.list(other));
        }

        @Test
        void isClosedToKidsAndNotToModerators() {
            write(1, 1, ANN);
            Set.of(ANN, MOD).forEach(person -> posts.kids.set(person, true));
            assertRefused(Rejection.KID_MODE, () -> list(READER, Set.of(), 0, 20));
            assertRefused(Rejection.KID_MODE, () -> bytes(READER));
            assertRefused(Rejection.KID_MODE, () -> versions(READER, 1));
            assertThat(list(MODERATOR, Set.of(), 0, 20).items()).hasSize(1);
        }

        @Test
        void takesOneToAHundred() {
            assertThatThrownBy(() -> list(READER, Set.of(), 0, 0)).isInstanceOf(InvalidValue.class);
            assertThatThrownBy(() -> list(READER, Set.of(), 0, 101)).isInstanceOf(InvalidValue.class);
            assertThatThrownBy(() -> list(READER, Set.of(), -1, 1)).isInstanceOf(InvalidValue.class);
        }
    }

    @Nested
    class APost {
        @Test
        void isOnlyAPlaceOnceItIsErasedAndNothingOfItIsLeft() {
            posts.happen(
                            added(1, ANN, "secret one", BOB),
                            edited(1, ANN, "secret two"),
                            reacts(1, BOB, Reaction.LAUGH),
                            new PostErased(TOPIC, 1, 0))
                    .project();
            assertPlaceAlone();
            assertThat(posts.mongo.documents("posts").toString()).doesNotContain("secret");
            posts.play(posts.log.subList(1, 4));
            assertThat(posts.mongo.documents("posts").toString()).doesNotContain("secret");
            assertRefused(Rejection.UNKNOWN_POST, () -> versions(MODERATOR, 1));
        }

        @Test
        void isOnlyAPlaceOnceItIsRemovedAndKeepsItsText() {
            posts.happen(added(1, ANN, "secret one"), new PostRemoved(TOPIC, 1, MOD, 0))
                    .project();
            assertPlaceAlone();
            assertThat(versions(MODERATOR, 1)).extracting(VersionView::content).containsExactly("secret one");
            assertRefused(Rejection.UNKNOWN_POST, () -> versions(READER, 1));
        }

        private void assertPlaceAlone() {
            PostView view = list(MODERATOR, Set.of(), 0, 20).items().getFirst();
            assertThat(view)
                    .isEqualTo(new PostView(
                            id(1).toString(),
                            1,
                            PersonView.of(ANN, "ann"),
                            "",
                            "",
                            List.of(),
                            List.of(),
                            Streams.START.plusSeconds(1),
                            null,
                            true,
                            Map.of()));
        }

        @Test
        void countsReactionsAndTellsMyOwn() {
            posts.happen(
                            added(1, ANN, "a"),
                            reacts(1, ANN, Reaction.THINK),
                            reacts(1, BOB, Reaction.THINK),
                            reacts(1, BOB, Reaction.MINUS_ONE),
                            takesBack(1, BOB, Reaction.MINUS_ONE))
                    .project();
            assertThat(list(READER, Set.of(), 0, 20).items().getFirst().reactions())
                    .isEqualTo(Map.of(Reaction.THINK, new ReactionView(2, true)));
            assertThat(list(MODERATOR, Set.of(), 0, 20).items().getFirst().reactions())
                    .isEqualTo(Map.of(Reaction.THINK, new ReactionView(2, false)));
        }

        @Test
        void isShownFromItsEventsAsItIsOnceStored() {
            var written = added(1, ANN, "a @bob", BOB);
            PostView created = join(posts.views.added(written, 1, Streams.START.plusSeconds(1)));
            posts.happen(written, reacts(1, ANN, Reaction.HEART));
            assertRefused(Rejection.UNKNOWN_POST, () -> join(posts.views.present(id(1))));
            posts.project();
            assertThat(join(posts.views.present(id(1))))
                    .isEqualTo(list(READER, Set.of(), 0, 20).items().getFirst());
            PostView stored = list(OTHER, Set.of(), 0, 20).items().getFirst();
            assertThat(created.html()).isEqualTo(stored.html());
            assertThat(created.mentions()).isEqualTo(stored.mentions());
            assertThat(created.createdAt()).isEqualTo(stored.createdAt());
            assertThat(created.id()).isEqualTo(stored.id());

            var again = edited(1, ANN, "c");
            PostView changed = changed(again);
            posts.happen(again).project();
            assertThat(list(READER, Set.of(), 0, 20).items()).containsExactly(changed);
        }

        @Test
        void isShownFromTheEventsOfItsEditBeforeItIsStoredAndWithoutTheStore() {
            var again = edited(1, ANN, "b @bob", BOB);
            PostView before = changed(again);
            posts.happen(added(1, ANN, "a"), again).project();
            assertThat(list(READER, Set.of(), 0, 20).items()).containsExactly(before);
            posts.mongo.goAway();
            assertThat(changed(again)).isEqualTo(before);
        }

        private PostView changed(PostEdited again) {
            Instant added = Streams.START.plusSeconds(1);
            return join(posts.views.edited(again, id(1), added, added.plusSeconds(1)));
        }
    }

    @Nested
    class Versions {
        @Test
        void areAllThatTheAuthorAndModeratorsGetOldestFirst() {
            posts.happen(added(1, ANN, "a"), edited(1, ANN, "*b*"), edited(1, ANN, "c"), edited(1, ANN, "a"))
                    .project();
            assertThat(versions(READER, 1))
                    .isEqualTo(versions(MODERATOR, 1))
                    .extracting(VersionView::content)
                    .containsExactly("a", "*b*", "c", "a");
            assertThat(versions(READER, 1).get(1))
                    .isEqualTo(new VersionView("*b*", "<p><em>b</em></p>\n", Streams.START.plusSeconds(2)));
            assertRefused(Rejection.NOT_ALLOWED, () -> versions(OTHER, 1));
        }

        /** More than are stored beside the post. */
        @Test
        void areAllHoweverManyThereAre() {
            posts.happen(added(1, ANN, "v0"), added(2, BOB, "w0"));
            IntStream.rangeClosed(1, 230)
                    .forEach(version -> posts.happen(edited(1, ANN, "v" + version), edited(2, BOB, "w" + version)));
            posts.project();
            for (int limit : List.of(1, 30, 100)) {
                assertThat(versions(READER, 1, limit))
                        .extracting(VersionView::content)
                        .containsExactlyElementsOf(IntStream.rangeClosed(0, 230)
                                .mapToObj(version -> "v" + version)
                                .toList());
            }
        }

        @Test
        void areNotReadFromTheLogWhereAllAreStored() {
            posts.happen(added(1, ANN, "v0"));
            IntStream.rangeClosed(1, 100).forEach(version -> posts.happen(edited(1, ANN, "v" + version)));
            posts.project();
            assertThat(versions(READER, 1)).hasSize(101);
            assertThat(posts.past.reads()).isZero();
        }

        @Test
        void leadOnAPageAtATime() {
            posts.happen(added(1, ANN, "a"), added(2, BOB, "x"), edited(1, ANN, "b"), edited(1, ANN, "c"));
            posts.project();
            for (int limit = 1; limit <= 4; limit++) {
                assertThat(versions(READER, 1, limit))
                        .extracting(VersionView::content)
                        .containsExactly("a", "b", "c");
            }
            assertThatThrownBy(() -> versions(READER, 1, 101)).isInstanceOf(InvalidValue.class);
            assertThatThrownBy(() -> new ListVersions(READER, id(1), "b", 1)).isInstanceOf(InvalidValue.class);
        }

        /** As a read finds it whose post was looked up before it was erased, and its versions after. */
        @Test
        void areThoseThatAreLeftWhileItIsErased() {
            posts.happen(added(1, ANN, "a"), edited(1, ANN, "b"));
            posts.project();
            posts.mongo
                    .writtenDatabase()
                    .getCollection("posts")
                    .updateOne(
                            new Document("_id", PostDocument.versions(TOPIC, 1)),
                            new Document(
                                    "$set",
                                    new Document(PostDocument.VERSIONS, dev.parley.query.forum.post.Versions.NOTHING)));
            assertThat(versions(READER, 1)).extracting(VersionView::content).containsExactly("a");
        }

        @Test
        void areOfExactlyThisPost() {
            write(1, 1, ANN);
            assertRefused(Rejection.UNKNOWN_POST, () -> versions(READER, 2));
            var other = new ListVersions(READER, new PostId(TOPIC, 1, 7), "", 100);
            assertRefused(Rejection.UNKNOWN_POST, () -> join(posts.queries.handle(other)));
        }
    }

    @Test
    void stayTheSameWhenEverythingComesTwiceAndAnOldBatchAgain() {
        posts.happen(
                        added(1, ANN, "a"),
                        added(2, BOB, "b"),
                        edited(1, ANN, "c"),
                        reacts(1, BOB, Reaction.HEART),
                        takesBack(1, BOB, Reaction.HEART),
                        reacts(2, ANN, Reaction.LAUGH),
                        edited(2, BOB, "d"),
                        new PostErased(TOPIC, 1, 1),
                        added(3, ANN, "e"),
                        new PostRemoved(TOPIC, 3, MOD, 1),
                        new TopicClosed(TOPIC, MOD, true))
                .project();
        List<Document> once = posts.mongo.documents("posts");

        posts.play(posts.log);
        assertThat(posts.mongo.documents("posts")).isEqualTo(once);
        posts.log.forEach(event -> {
            posts.play(List.of(event));
            posts.play(List.of(event));
        });
        assertThat(posts.mongo.documents("posts")).isEqualTo(once);
        posts.play(posts.log.subList(2, 8));
        posts.play(posts.log.subList(4, posts.log.size()));
        posts.play(posts.log.subList(4, 5));
        assertThat(posts.mongo.documents("posts")).isEqualTo(once);
    }

    private void write(int first, int last, UserId author) {
        IntStream.rangeClosed(first, last).forEach(number -> posts.happen(added(number, author, "post " + number)));
        posts.project();
    }

    private List<Long> walk(Set<UserId> without, int limit) {
        List<Long> numbers = new ArrayList<>();
        for (String next = "0"; next != null; ) {
            Page<PostView> page = list(READER, without, Long.parseLong(next), limit);
            page.items().forEach(post -> numbers.add(post.number()));
            next = page.next();
        }
        return numbers;
    }

    private static List<Long> numbers(long first, long last) {
        return LongStream.rangeClosed(first, last).boxed().toList();
    }

    private static ListPosts listing(Actor viewer) {
        return new ListPosts(viewer, TOPIC, 0, Set.of(), 20);
    }

    private Page<PostView> list(Actor viewer, Set<UserId> without, long after, int limit) {
        return posts.list(new ListPosts(viewer, TOPIC, after, without, limit));
    }

    private String bytes(Actor viewer) {
        return new String(bytes(viewer, Set.of(), 0, 20), StandardCharsets.UTF_8);
    }

    private byte[] bytes(Actor viewer, Set<UserId> without, long after, int limit) {
        return join(posts.pages.read(new ListPosts(viewer, TOPIC, after, without, limit)));
    }

    private List<VersionView> versions(Actor viewer, long number) {
        return versions(viewer, number, 100);
    }

    private List<VersionView> versions(Actor viewer, long number, int limit) {
        List<VersionView> versions = new ArrayList<>();
        for (String next = ""; next != null; ) {
            var page = join(posts.queries.handle(new ListVersions(viewer, id(number), next, limit)));
            assertThat(page.items()).hasSizeBetween(1, limit);
            versions.addAll(page.items());
            next = page.next();
        }
        return versions;
    }

    private static <T> T join(CompletableFuture<T> answer) {
        return answer.join();
    }

    private static void assertRefused(Rejection rule, ThrowingCallable read) {
        assertThatThrownBy(read)
                .hasCauseInstanceOf(ReadRefused.class)
                .satisfies(failure ->
                        assertThat(((ReadRefused) failure.getCause()).rule()).isEqualTo(rule));
    }
}
