package dev.parley.query.moderation;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.moderation.CaseId;
import dev.parley.query.ReadModel;
import dev.parley.query.ReadModels;
import dev.parley.query.moderation.CaseScore.Accuracy;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads what people reported, and how the latest 20 of their reports ended: that may be a minute old. */
@Component
class Reporters {
    private static final int COUNTED = 20;
    private static final int PEOPLE = 50_000;
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final ReadModel reporters;
    private final StoredCases cases;
    private final Cache<UserId, Accuracy> accuracies =
            Caffeine.newBuilder().maximumSize(PEOPLE).expireAfterWrite(FRESH).build();

    Reporters(ReadModels readModels, StoredCases cases) {
        this.reporters = readModels.of(CaseDocument.REPORTERS);
        this.cases = cases;
    }

    /** Which report, by its place in the log. */
    record Filed(CaseId caseId, long number, long position) {
        static Filed of(Document entry) {
            return new Filed(
                    CaseId.parse(entry.getString(CaseDocument.CASE)),
                    entry.getLong(CaseDocument.NUMBER),
                    entry.getLong(CaseDocument.POSITION));
        }
    }

    /** The latest of a person, the newest first. */
    CompletableFuture<List<Filed>> filedBy(UserId person) {
        return Mono.from(reporters.find(eq(person.value())).first())
                .map(found -> StoredCases.entries(found).map(Filed::of).toList())
                .defaultIfEmpty(List.of())
                .toFuture();
    }

    /** Of each of these. Two reads for all who were not asked for within the last minute. */
    CompletableFuture<Map<UserId, Accuracy>> accuracies(Set<UserId> people) {
        Map<UserId, Accuracy> known = new HashMap<>(accuracies.getAllPresent(people));
        Set<UserId> others = new HashSet<>(people);
        others.removeAll(known.keySet());
        if (others.isEmpty()) {
            return CompletableFuture.completedFuture(known);
        }
        return read(others).thenApply(found -> {
            accuracies.putAll(found);
            known.putAll(found);
            return known;
        });
    }

    private CompletableFuture<Map<UserId, Accuracy>> read(Set<UserId> people) {
        List<String> ids = people.stream().map(UserId::value).toList();
        return Flux.from(reporters.find(in("_id", ids)).batchSize(ids.size() + 1))
                .collectMap(found -> new UserId(found.getString("_id")), Reporters::counted)
                .toFuture()
                .thenCompose(counted -> cases.states(
                                counted.values().stream().flatMap(Set::stream).collect(Collectors.toSet()))
                        .thenApply(states -> accuracies(counted, states)));
    }

    private static Set<CaseId> counted(Document reporter) {
        return StoredCases.entries(reporter)
                .limit(COUNTED)
                .map(entry -> Filed.of(entry).caseId())
                .collect(Collectors.toSet());
    }

    private static Map<UserId, Accuracy> accuracies(Map<UserId, Set<CaseId>> counted, Map<CaseId, CaseStatus> states) {
        Map<UserId, Accuracy> accuracies = new HashMap<>();
        counted.forEach((person, ids) ->
                accuracies.put(person, accuracy(ids.stream().map(id -> states.getOrDefault(id, CaseStatus.PENDING)))));
        return accuracies;
    }

    private static Accuracy accuracy(Stream<CaseStatus> reported) {
        List<CaseStatus> ends =
                reported.filter(status -> status != CaseStatus.PENDING).toList();
        return new Accuracy(
                ends.size(),
                ends.stream().filter(status -> status == CaseStatus.ACTION).count());
    }
}
