package dev.parley.bench.bare;

import com.mongodb.client.model.Filters;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.bson.Document;
import org.springframework.context.annotation.Profile;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads by their ids the documents that a page of 50 lines is made of, and answers with them as JSON: the room's head,
 * the lines, and one more that tells whether there are further ones.
 */
@Component
@Profile("bench")
class BareRead {
    private static final int LINES = 51;

    private final MongoCollection<Document> lines;
    private final JsonMapper json = JsonMapper.shared();

    BareRead(MongoDatabase database) {
        lines = database.getCollection("messages");
    }

    /** What a page of {@code room} before line number {@code before} takes. */
    Mono<ServerResponse> answer(ServerRequest request) {
        String room = request.queryParam("room").orElseThrow();
        long before = Long.parseLong(request.queryParam("before").orElseThrow());
        List<String> ids = new ArrayList<>();
        ids.add(room);
        LongStream.range(before - LINES, before).forEach(number -> ids.add(room + "~" + number));
        return Flux.from(lines.find(Filters.in("_id", ids)).batchSize(ids.size()))
                .collectList()
                .map(json::writeValueAsBytes)
                .flatMap(body -> ServerResponse.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(body));
    }
}
