package dev.parley.query.room.participation;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Sorts.descending;

import dev.parley.kernel.room.RoomId;
import dev.parley.query.Page;
import dev.parley.query.ReadModel;
import dev.parley.query.ReadModels;
import dev.parley.query.room.RoomListing;
import dev.parley.query.room.RoomView;
import dev.parley.query.room.participation.ParticipationQuery.ListMyRooms;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.axonframework.queryhandling.QueryHandler;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Answers with the rooms in which somebody takes part. */
@Component
class ParticipationQueryHandler {
    private final ReadModel participations;
    private final RoomListing rooms;

    ParticipationQueryHandler(ReadModels readModels, RoomListing rooms) {
        this.participations = readModels.of(ParticipationDocument.COLLECTION);
        this.rooms = rooms;
    }

    @QueryHandler
    CompletableFuture<Page<RoomView>> handle(ListMyRooms query) {
        return Flux.from(participations
                        .find(wanted(query))
                        .sort(descending(ParticipationDocument.SINCE_INSTANT, "_id"))
                        .limit(query.limit() + 1))
                .collectList()
                .flatMap(found -> page(query, found))
                .toFuture();
    }

    private static Bson wanted(ListMyRooms query) {
        Bson present = and(
                eq(ParticipationDocument.PERSON, query.viewer().id().value()),
                ne(ParticipationDocument.SINCE_INSTANT, null));
        return query.cursor().isEmpty()
                ? present
                : and(present, ParticipationCursor.parse(query.cursor()).after());
    }

    private Mono<Page<RoomView>> page(ListMyRooms query, List<Document> found) {
        boolean more = found.size() > query.limit();
        List<Document> shown = more ? found.subList(0, query.limit()) : found;
        String next = more ? ParticipationCursor.of(shown.getLast()).toString() : null;
        List<RoomId> ids = shown.stream()
                .map(participation -> new RoomId(participation.getString(ParticipationDocument.ROOM)))
                .toList();
        return Mono.fromFuture(() -> rooms.views(ids, query.viewer())).map(views -> new Page<>(views, next));
    }
}
