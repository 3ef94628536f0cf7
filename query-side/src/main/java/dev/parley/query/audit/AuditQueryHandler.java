package dev.parley.query.audit;

import dev.parley.kernel.member.UserId;
import dev.parley.query.Names;
import dev.parley.query.Page;
import dev.parley.query.PersonView;
import dev.parley.query.ReadRefused;
import dev.parley.query.audit.AuditQuery.SearchAudit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Answers what moderators look for in the audit. */
@Component
class AuditQueryHandler {
    private final AuditSearch search;
    private final Names names;

    AuditQueryHandler(AuditSearch search, Names names) {
        this.search = search;
        this.names = names;
    }

    @QueryHandler
    CompletableFuture<Page<AuditRowView>> handle(SearchAudit query) {
        ReadRefused.unlessModerates(query.viewer());
        return search.find(query)
                .thenApply(hits -> hits.stream().map(AuditRow::new).toList())
                .thenCompose(rows -> page(query, rows));
    }

    private CompletableFuture<Page<AuditRowView>> page(SearchAudit query, List<AuditRow> found) {
        boolean more = found.size() > query.limit();
        List<AuditRow> rows = more ? found.subList(0, query.limit()) : found;
        String next = more ? Long.toString(rows.getLast().position()) : null;
        CompletableFuture<Map<String, List<String>>> effects = search.effects(
                query.viewer(), rows.stream().map(AuditRow::event).toList());
        return names.people(people(rows))
                .thenCombine(effects, (people, caused) -> new Page<>(views(rows, people, caused), next));
    }

    private static Set<UserId> people(List<AuditRow> rows) {
        Set<UserId> people = new HashSet<>();
        rows.forEach(row -> row.people().forEach(people::add));
        return people;
    }

    private static List<AuditRowView> views(
            List<AuditRow> rows, Map<UserId, PersonView> people, Map<String, List<String>> effects) {
        return rows.stream()
                .map(row -> row.view(people, effects.getOrDefault(row.event(), List.of())))
                .toList();
    }
}
