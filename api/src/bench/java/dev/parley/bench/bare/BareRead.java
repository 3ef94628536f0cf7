package dev.parley.bench.bare;

import com.mongodb.client.model.Filters;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
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

/** Reads the documents of one page of lines by their ids, and answers with them as JSON. */
@Component
@Profile("bench")
class BareRead {
    private static final int LINES = 50;

    private final MongoCollection<Document> lines;
    private final JsonMapper json = JsonMapper.shared();

    BareRead(MongoDatabase database) {
        lines = database.getCollection("messages");
    }

    /** Answers with the 50 lines of {@code room} that come before number {@code before}. */
    Mono<ServerResponse> answer(ServerRequest request) {
        String room = request.queryParam("room").orElseThrow();
        long before = Long.parseLong(request.queryParam("before").orElseThrow());
        List<String> ids = LongStream.range(before - LINES, before)
                .mapToObj(number -> room + "~" + number)
                .toList();
        return Flux.from(lines.find(Filters.in("_id", ids)))
                .collectList()
                .map(json::writeValueAsBytes)
                .flatMap(body -> ServerResponse.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(body));
    }
}
