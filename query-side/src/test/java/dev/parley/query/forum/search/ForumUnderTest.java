package dev.parley.query.forum.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;

import dev.parley.kernel.forum.CategoryId;
import dev.parley.kernel.forum.ReactionEvent;
import dev.parley.kernel.forum.TopicEvent;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.Role;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.member.Username;
import dev.parley.kernel.member.UsernameEvent.UsernameClaimed;
import dev.parley.kernel.member.UsernameId;
import dev.parley.query.KidModes;
import dev.parley.query.MongoForTests;
import dev.parley.query.NamesForTests;
import dev.parley.query.ProjectionRun;
import dev.parley.query.Streams;
import dev.parley.query.embedded.ElasticsearchForTests;
import dev.parley.query.forum.ForumReaders;
import dev.parley.query.forum.search.ForumSearchQuery.SearchForum;
import dev.parley.query.forum.search.ForumSearchQuery.Sort;
import dev.parley.query.forum.search.ForumSearchQuery.SuggestTopics;
import dev.parley.query.search.Engines;
import dev.parley.query.search.IndexDocuments;
import dev.parley.query.search.IndexWrites;
import dev.parley.query.search.SearchEngine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.mockito.Mockito;
import tools.jackson.databind.JsonNode;

/** The forum's search over an index of its own in the embedded Elasticsearch, which begins empty. */
final class ForumUnderTest implements AutoCloseable {
    static final UserId VIEWER = new UserId("viewer");
    static final UserId KID = new UserId("kid");

    static final ProjectionRun RUN = ProjectionRun.first("forum-search");

    final SearchEngine engine = Engines.at(ElasticsearchForTests.address());
    final IndexWrites indexes = new IndexWrites(engine);
    final ForumLog log = new ForumLog();

    final ForumWrites writes = new ForumWrites(new IndexDocuments(engine, indexes), engine);
    private final ForumSearchProjection projection = new ForumSearchProjection(writes, indexes, Mockito.mock());
    private final EmbeddedEventStore usernames = EmbeddedEventStore.builder()
            .storageEngine(new InMemoryEventStorageEngine())
            .build();
    private final Clock clock = Clock.fixed(Streams.START.plus(Duration.ofDays(1)), ZoneOffset.UTC);
    private final KidModes kidModes = Mockito.mock();
    private final ForumSearchQueryHandler handler = new ForumSearchQueryHandler(
            new ForumSearch(engine, clock),
            new ForumNames(usernames, new NamesForTests()),
            new NamesForTests(),
            new ForumReaders(kidModes));

    ForumUnderTest() {
        Mockito.when(kidModes.isKid(any()))
                .thenAnswer(call ->
                        CompletableFuture.completedFuture(call.getArgument(0).equals(KID)));
        begin();
    }

    void begin() {
        indexes.drop(RUN);
        indexes.beginAnew(RUN);
        indexes.reached(RUN, 0, 0);
    }

    /** Somebody whose name is also their id. */
    void know(String... names) {
        for (String name : names) {
            var id = UsernameId.of(new Username(name));
            usernames.publish(Streams.message(id.value(), 0, new UsernameClaimed(id, new UserId(name))));
        }
    }

    /** All that is in the log in one batch, and found from then on. */
    ForumUnderTest project() {
        play(log.from(0));
        refresh();
        return this;
    }

    void play(Stream<GenericTrackedDomainEventMessage<?>> batch) {
        MongoForTests.play(
                batch,
                (event, message) -> {
                    if (event instanceof TopicEvent topic) {
                        projection.on(topic, message.getSequenceNumber(), message.getTimestamp());
                    } else {
                        projection.on((ReactionEvent) event, message.getSequenceNumber());
                    }
                },
                writes);
    }

    /** Has all be found that was written up to now. */
    void refresh() {
        Engines.refresh(engine, ForumIndex.INDEX);
    }

    ForumSearchView find(String q) {
        return answer(new Search().q(q));
    }

    /** Which posts are found, in order, as "topic/number". */
    List<String> posts(String q) {
        return posts(find(q));
    }

    static List<String> posts(ForumSearchView view) {
        return view.items().stream()
                .map(item -> Integer.parseInt(
                                item.topic().id().substring(item.topic().id().length() - 12)) + "/"
                        + item.post().number())
                .toList();
    }

    ForumSearchView answer(Search search) {
        return handler.handle(search.query()).join();
    }

    List<String> suggest(String q, UserId... without) {
        return handler
                .handle(new SuggestTopics(Actor.of(VIEWER, Role.USER), q, Set.of(without), SuggestTopics.MOST))
                .join()
                .items()
                .stream()
                .map(SuggestionView::title)
                .toList();
    }

    /** What the index holds, by id. */
    Map<String, JsonNode> documents() {
        refresh();
        Map<String, JsonNode> documents = new HashMap<>();
        engine.search(ForumIndex.INDEX, Map.of("size", 1_000))
                .join()
                .at("/hits/hits")
                .forEach(hit -> documents.put(hit.path("_id").asString(), hit.path("_source")));
        assertThat(documents).hasSizeLessThan(1_000);
        return documents;
    }

    @Override
    public void close() {
        usernames.shutDown();
    }

    /** A query for the first 50, by relevance, with whatever else is said. */
    static final class Search {
        private UserId viewer = VIEWER;
        private Role role = Role.USER;
        private String q = "";
        private Optional<CategoryId> category = Optional.empty();
        private Optional<UserId> author = Optional.empty();
        private Optional<Instant> before = Optional.empty();
        private Optional<Instant> after = Optional.empty();
        private Sort sort = Sort.RELEVANCE;
        private Set<UserId> without = Set.of();
        private String cursor = "";
        private int limit = 50;

        Search viewer(UserId person, Role as) {
            viewer = person;
            role = as;
            return this;
        }

        Search q(String text) {
            q = text;
            return this;
        }

        Search category(CategoryId one) {
            category = Optional.of(one);
            return this;
        }

        Search author(String one) {
            author = Optional.of(new UserId(one));
            return this;
        }

        Search before(Instant end) {
            before = Optional.of(end);
            return this;
        }

        Search after(Instant start) {
            after = Optional.of(start);
            return this;
        }

        Search byDate() {
            sort = Sort.DATE;
            return this;
        }

        Search without(String... people) {
            without = Stream.of(people).map(UserId::new).collect(Collectors.toSet());
            return this;
        }

        Search page(String next, int size) {
            cursor = next;
            limit = size;
            return this;
        }

        SearchForum query() {
            return new SearchForum(
                    Actor.of(viewer, role), q, category, author, before, after, sort, without, cursor, limit);
        }
    }
}
