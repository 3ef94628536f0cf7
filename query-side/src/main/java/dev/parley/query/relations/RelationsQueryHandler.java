package dev.parley.query.relations;

import static com.mongodb.client.model.Filters.eq;

import dev.parley.kernel.Rejection;
import dev.parley.kernel.member.UserId;
import dev.parley.query.Latest;
import dev.parley.query.Names;
import dev.parley.query.Page;
import dev.parley.query.PersonField;
import dev.parley.query.PersonView;
import dev.parley.query.ReadModel;
import dev.parley.query.ReadModels;
import dev.parley.query.ReadRefused;
import dev.parley.query.relations.RelationsQuery.FindRelation;
import dev.parley.query.relations.RelationsQuery.ListBlocks;
import dev.parley.query.relations.RelationsQuery.ListFollowing;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.queryhandling.QueryHandler;
import org.bson.Document;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Answers what is asked about one person's relations, from one document. */
@Component
class RelationsQueryHandler {
    private final ReadModel relations;
    private final Names names;

    RelationsQueryHandler(ReadModels readModels, Names names) {
        this.relations = readModels.of(RelationsDocument.COLLECTION);
        this.names = names;
    }

    @QueryHandler
    CompletableFuture<Page<RelatedView>> handle(ListFollowing query) {
        if (!query.viewer().id().equals(query.person()) && !query.viewer().moderates()) {
            throw new ReadRefused(Rejection.NOT_ALLOWED, "Whom somebody follows is for themselves and moderators.");
        }
        return list(RelationsDocument.FOLLOWS, query.person(), query.cursor(), query.limit());
    }

    @QueryHandler
    CompletableFuture<Page<RelatedView>> handle(ListBlocks query) {
        return list(RelationsDocument.BLOCKS, query.person(), query.cursor(), query.limit());
    }

    @QueryHandler
    CompletableFuture<RelationView> handle(FindRelation query) {
        String other = PersonField.of(query.other());
        return find(
                        query.viewer(),
                        RelationsDocument.field(RelationsDocument.FOLLOWS, query.other()),
                        RelationsDocument.field(RelationsDocument.BLOCKS, query.other()))
                .map(found -> new RelationView(
                        related(found, RelationsDocument.FOLLOWS, other),
                        related(found, RelationsDocument.BLOCKS, other)))
                .defaultIfEmpty(RelationView.NONE)
                .toFuture();
    }

    private static boolean related(Document found, String list, String other) {
        return Latest.read(found.get(list, new Document()), other, Date.class).isPresent();
    }

    /** @param place of the event that began it, in the person's stream: what pages go by */
    private record Related(UserId other, Instant since, long place) {}

    private CompletableFuture<Page<RelatedView>> list(String list, UserId person, String cursor, int limit) {
        long before = cursor.isEmpty() ? Long.MAX_VALUE : Long.parseLong(cursor);
        return find(person, list)
                .map(found -> related(found.get(list, new Document()))
                        .filter(related -> related.place() < before)
                        .sorted(Comparator.comparingLong(Related::place).reversed())
                        .limit(limit + 1L)
                        .toList())
                .defaultIfEmpty(List.of())
                .toFuture()
                .thenCompose(found -> page(found, limit));
    }

    private static Stream<Related> related(Document others) {
        return others.keySet().stream()
                .flatMap(other -> Latest.read(others, other, Date.class).stream()
                        .map(since -> new Related(
                                PersonField.person(other), since.toInstant(), Latest.since(others, other))));
    }

    private CompletableFuture<Page<RelatedView>> page(List<Related> found, int limit) {
        boolean more = found.size() > limit;
        List<Related> kept = more ? found.subList(0, limit) : found;
        String next = more ? Long.toString(kept.getLast().place()) : null;
        return names.people(kept.stream().map(Related::other).collect(Collectors.toUnmodifiableSet()))
                .thenApply(named -> new Page<>(views(kept, named), next));
    }

    private static List<RelatedView> views(List<Related> related, Map<UserId, PersonView> named) {
        return related.stream()
                .map(one -> new RelatedView(named.get(one.other()), one.since()))
                .toList();
    }

    private Mono<Document> find(UserId person, String... fields) {
        Document wanted = new Document();
        Stream.of(fields).forEach(field -> wanted.append(field, 1));
        return Mono.from(relations.find(eq(person.value())).projection(wanted).first());
    }
}
