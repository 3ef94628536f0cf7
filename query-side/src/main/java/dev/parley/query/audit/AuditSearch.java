package dev.parley.query.audit;

import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.UserId;
import dev.parley.query.audit.AuditQuery.SearchAudit;
import dev.parley.query.search.SearchEngine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Asks the audit's index. Everything fails with {@link dev.parley.query.SearchUnavailable} while that cannot answer. */
@Component
class AuditSearch {
    private static final int MOST_EFFECTS = 1_000;

    private final SearchEngine engine;

    AuditSearch(SearchEngine engine) {
        this.engine = engine;
    }

    /** Newest first: one more than asked for, where there is. */
    CompletableFuture<List<JsonNode>> find(SearchAudit query) {
        return hits(Map.of(
                "size",
                query.limit() + 1,
                "track_total_hits",
                false,
                "sort",
                List.of(Map.of(AuditIndex.POSITION, "desc")),
                "query",
                shown(query.viewer(), filters(query))));
    }

    /** What followed from these events directly, by their ids, the earliest first. */
    CompletableFuture<Map<String, List<String>>> effects(Actor viewer, Collection<String> events) {
        if (events.isEmpty()) {
            return CompletableFuture.completedFuture(Map.of());
        }
        var query = Map.of(
                "size",
                MOST_EFFECTS,
                "track_total_hits",
                false,
                "_source",
                List.of(AuditIndex.CAUSATION),
                "sort",
                List.of(Map.of(AuditIndex.POSITION, "asc")),
                "query",
                shown(viewer, List.of(Map.of("terms", Map.of(AuditIndex.CAUSATION, events)))));
        return hits(query).thenApply(AuditSearch::byCause);
    }

    /** Without what concerns the viewer. */
    private static Map<String, ?> shown(Actor viewer, List<Map<String, ?>> filters) {
        var concerned = Map.of("term", Map.of(AuditIndex.CONCERNED, viewer.id().value()));
        return Map.of("bool", Map.of("filter", filters, "must_not", concerned));
    }

    private static Map<String, List<String>> byCause(List<JsonNode> hits) {
        Map<String, List<String>> effects = new HashMap<>();
        for (JsonNode hit : hits) {
            effects.computeIfAbsent(hit.at("/_source/" + AuditIndex.CAUSATION).asString(), cause -> new ArrayList<>())
                    .add(hit.path("_id").asString());
        }
        return effects;
    }

    private static List<Map<String, ?>> filters(SearchAudit query) {
        List<Map<String, ?>> filters = new ArrayList<>();
        add(filters, AuditIndex.ACTOR, query.who().actor().map(UserId::value).orElse(""));
        add(
                filters,
                AuditIndex.SUBJECTS,
                query.who().subject().map(UserId::value).orElse(""));
        add(filters, AuditIndex.TYPE, query.what().type());
        add(filters, AuditIndex.CORRELATION, query.what().correlation());
        add(filters, AuditIndex.CAUSATION, query.what().causation());
        if (!query.what().event().isEmpty()) {
            filters.add(Map.of("ids", Map.of("values", List.of(query.what().event()))));
        }
        if (!query.what().q().isEmpty()) {
            filters.add(Map.of(
                    "match",
                    Map.of(AuditIndex.REASON, Map.of("query", query.what().q(), "operator", "and"))));
        }
        query.when().from().map(Instant::toEpochMilli).ifPresent(from -> add(filters, AuditIndex.AT, "gte", from));
        query.when().to().map(Instant::toEpochMilli).ifPresent(to -> add(filters, AuditIndex.AT, "lt", to));
        if (!query.cursor().isEmpty()) {
            add(filters, AuditIndex.POSITION, "lt", Long.valueOf(query.cursor()));
        }
        return filters;
    }

    private static void add(List<Map<String, ?>> filters, String field, String value) {
        if (!value.isEmpty()) {
            filters.add(Map.of("term", Map.of(field, value)));
        }
    }

    private static void add(List<Map<String, ?>> filters, String field, String bound, Long value) {
        filters.add(Map.of("range", Map.of(field, Map.of(bound, value))));
    }

    private CompletableFuture<List<JsonNode>> hits(Map<String, ?> query) {
        return engine.search(AuditIndex.INDEX, query).thenApply(answer -> {
            List<JsonNode> hits = new ArrayList<>();
            answer.at("/hits/hits").forEach(hits::add);
            return hits;
        });
    }
}
