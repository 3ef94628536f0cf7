package dev.parley.query.room.message;

import static com.mongodb.client.model.Filters.in;

import dev.parley.kernel.room.RoomId;
import dev.parley.query.ReadModel;
import dev.parley.query.ReadModels;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.bson.Document;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Reads stored lines by their numbers, which have no holes, and so by their ids. */
@Component
class Lines implements LineSource {
    private final ReadModel stored;

    Lines(ReadModels readModels) {
        this.stored = readModels.of(LineDocument.COLLECTION);
    }

    /**
     * What is stored of a stretch of lines.
     *
     * @param lines by number; those not stored yet are missing
     * @param last number of the room's last stored line, 0 before the first
     * @param sequence of the room's last event that is stored, -1 before the first: read before the lines, so that they
     *     are at least as new
     */
    record Stretch(List<Line> lines, long last, long sequence) {
        static Stretch of(RoomId room, List<Document> documents) {
            Document head = new Document();
            List<Line> lines = new ArrayList<>(documents.size());
            for (Document document : documents) {
                if (document.getString("_id").equals(room.value())) {
                    head = document;
                } else if (document.containsKey(LineDocument.NUMBER)) {
                    lines.add(Line.of(document));
                }
            }
            lines.sort(Comparator.comparingLong(line -> line.id().number()));
            return new Stretch(lines, head.get(LineDocument.LAST, 0L), head.get(LineDocument.SEQUENCE, -1L));
        }
    }

    /** As of {@link ReadModel#generation}. */
    long generation() {
        return stored.generation();
    }

    /** One read. */
    @Override
    public CompletableFuture<Stretch> read(RoomId room, long first, long last) {
        List<String> ids = new ArrayList<>();
        ids.add(room.value());
        LongStream.rangeClosed(first, last).forEach(number -> ids.add(LineDocument.id(room, number)));
        return Flux.from(stored.find(in("_id", ids)).batchSize(ids.size()))
                .collectList()
                .map(documents -> Stretch.of(room, documents))
                .toFuture();
    }
}
