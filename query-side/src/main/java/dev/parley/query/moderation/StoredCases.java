package dev.parley.query.moderation;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.exclude;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.reactivestreams.client.FindPublisher;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.moderation.CaseFileId;
import dev.parley.kernel.moderation.CaseId;
import dev.parley.kernel.moderation.CaseKind;
import dev.parley.query.Latest;
import dev.parley.query.ReadModel;
import dev.parley.query.ReadModels;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Reads cases by their ids, as far as they are needed, and finds those: what waits by one look at the queue, what was
 * decided by its day.
 */
@Component
class StoredCases {
    /** So many of the latest cases of a kind are found of one person. */
    private static final long MOST_OF_PERSON = 100;
    /** So many are read at once. */
    private static final int CHUNK = 100;

    private final ReadModel cases;
    private final ReadModel queue;
    private final ReadModel days;

    StoredCases(ReadModels readModels) {
        this.cases = readModels.of(CaseDocument.CASES);
        this.queue = readModels.of(CaseDocument.QUEUE);
        this.days = readModels.of(CaseDocument.DAYS);
    }

    /** A case that was decided on a day. */
    record Decided(CaseId caseId, CaseStatus status, long position) {
        static Decided of(Document entry) {
            return new Decided(
                    CaseId.parse(entry.getString(CaseDocument.CASE)),
                    CaseStatus.of(entry.getString(CaseDocument.STATUS)),
                    entry.getLong(CaseDocument.POSITION));
        }
    }

    /** Those of these that there are, in no order and without what was said in them: one read. */
    CompletableFuture<List<StoredCase>> find(Collection<CaseId> ids) {
        return read(ids, exclude(CaseDocument.STATEMENTS))
                .map(StoredCase::of)
                .filter(found -> !found.reports().isEmpty())
                .collectList()
                .toFuture();
    }

    /** How those of these stand that there are: one read of no more than that. */
    CompletableFuture<Map<CaseId, CaseStatus>> states(Collection<CaseId> ids) {
        return read(ids, include(CaseDocument.DECISION))
                .map(StoredCase::of)
                .collectMap(StoredCase::id, StoredCase::status)
                .toFuture();
    }

    /** This case with all that was said in it. */
    CompletableFuture<Optional<StoredCase>> whole(CaseId caseId) {
        return one(cases.find(eq(caseId.toString())));
    }

    /** This case with what was said in one of its reports. */
    CompletableFuture<Optional<StoredCase>> with(CaseId caseId, long report) {
        return one(cases.find(eq(caseId.toString()))
                .projection(include(
                        CaseDocument.REPORTS + "." + report, CaseDocument.DECISION, CaseDocument.statements(report))));
    }

    private Flux<Document> read(Collection<CaseId> ids, Bson fields) {
        List<String> names = ids.stream().map(CaseId::toString).toList();
        return names.isEmpty()
                ? Flux.empty()
                : Flux.from(cases.find(in("_id", names)).projection(fields).batchSize(names.size() + 1));
    }

    private static CompletableFuture<Optional<StoredCase>> one(FindPublisher<Document> found) {
        return Mono.from(found.first())
                .map(StoredCase::of)
                .filter(stored -> !stored.reports().isEmpty())
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .toFuture();
    }

    /** All that wait for a decision, in no order, a chunk at a time. */
    Flux<List<StoredCase>> pending() {
        return inChunks(Flux.from(queue.find(gt(CaseDocument.OPEN + ".value", 0L)))
                .map(file -> new CaseId(
                        CaseFileId.parse(file.getString("_id")),
                        Latest.read(file, CaseDocument.OPEN, Long.class).orElseThrow())));
    }

    /** The latest 100 of each kind about a person, in no order, a chunk at a time. */
    Flux<List<StoredCase>> about(UserId person) {
        List<String> files = Arrays.stream(CaseKind.values())
                .map(kind -> new CaseFileId(kind, person).toString())
                .toList();
        return inChunks(Flux.from(queue.find(in("_id", files))).flatMapIterable(StoredCases::latest));
    }

    private Flux<List<StoredCase>> inChunks(Flux<CaseId> ids) {
        return ids.buffer(CHUNK).concatMap(chunk -> Mono.fromFuture(() -> find(chunk)), 1);
    }

    private static List<CaseId> latest(Document file) {
        CaseFileId id = CaseFileId.parse(file.getString("_id"));
        long last = file.getLong(CaseDocument.LAST);
        return LongStream.rangeClosed(Math.max(1, last - MOST_OF_PERSON + 1), last)
                .mapToObj(number -> new CaseId(id, number))
                .toList();
    }

    /** Days on which any case was decided, the latest first. */
    CompletableFuture<List<String>> daysOfDecisions() {
        return Mono.from(days.find(eq(CaseDocument.ALL_DAYS)).first())
                .map(found -> found.getList(CaseDocument.ALL_DAYS, String.class).stream()
                        .sorted(Comparator.reverseOrder())
                        .toList())
                .defaultIfEmpty(List.of())
                .toFuture();
    }

    /** What was decided on a day, the latest first. */
    CompletableFuture<List<Decided>> decidedOn(String day) {
        return Mono.from(days.find(eq(day)).first())
                .map(found -> entries(found).map(Decided::of).toList())
                .defaultIfEmpty(List.of())
                .toFuture();
    }

    /** The cases that were decided on these days, in no order and without what was said in them, a chunk at a time. */
    Flux<List<StoredCase>> decidedOn(List<String> wanted) {
        return inChunks(Flux.from(days.find(in("_id", wanted)).batchSize(wanted.size() + 1))
                .flatMapIterable(day ->
                        entries(day).map(Decided::of).map(Decided::caseId).toList()));
    }

    /** What a document lists, the latest first. */
    static Stream<Document> entries(Document stored) {
        return stored.getList(CaseDocument.ENTRIES, Document.class, List.of()).stream()
                .sorted(Comparator.comparing((Document entry) -> entry.getLong(CaseDocument.POSITION))
                        .reversed());
    }
}
