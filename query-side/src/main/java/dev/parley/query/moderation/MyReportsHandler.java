package dev.parley.query.moderation;

import dev.parley.kernel.member.UserId;
import dev.parley.kernel.moderation.CaseId;
import dev.parley.query.Names;
import dev.parley.query.Page;
import dev.parley.query.PersonView;
import dev.parley.query.moderation.CaseQuery.FindMyReport;
import dev.parley.query.moderation.CaseQuery.ListMyReports;
import dev.parley.query.moderation.Reporters.Filed;
import dev.parley.query.moderation.StoredCase.Report;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Answers people what they reported. */
@Component
class MyReportsHandler {
    private final Reporters reporters;
    private final StoredCases cases;
    private final Names names;

    MyReportsHandler(Reporters reporters, StoredCases cases, Names names) {
        this.reporters = reporters;
        this.cases = cases;
        this.names = names;
    }

    @QueryHandler
    CompletableFuture<Page<MyReportView>> handle(ListMyReports query) {
        return reporters.filedBy(query.viewer().id()).thenCompose(all -> {
            List<Filed> left =
                    all.stream().filter(one -> one.position() < query.before()).toList();
            List<Filed> page = left.subList(0, Math.min(query.limit(), left.size()));
            String next =
                    left.size() > page.size() ? Long.toString(page.getLast().position()) : null;
            return views(page).thenApply(views -> new Page<>(views, next));
        });
    }

    @QueryHandler
    CompletableFuture<MyReportView> handle(FindMyReport query) { // null when there is none: the one null Axon asks for
        return cases.find(List.of(query.caseId()))
                .thenApply(found -> found.stream()
                        .flatMap(one -> report(one, query.number())
                                .filter(report ->
                                        report.reporter().equals(query.viewer().id()))
                                .map(report -> MyReportView.of(one, report, names.person(one.reported()))))
                        .findFirst()
                        .orElse(null));
    }

    private CompletableFuture<List<MyReportView>> views(List<Filed> page) {
        return cases.find(page.stream().map(Filed::caseId).distinct().toList())
                .thenCompose(found -> names.people(
                                found.stream().map(StoredCase::reported).collect(Collectors.toUnmodifiableSet()))
                        .thenApply(named -> views(page, found, named)));
    }

    private static List<MyReportView> views(List<Filed> page, List<StoredCase> found, Map<UserId, PersonView> named) {
        Map<CaseId, StoredCase> byId = found.stream().collect(Collectors.toMap(StoredCase::id, Function.identity()));
        return page.stream()
                .filter(filed -> byId.containsKey(filed.caseId()))
                .flatMap(filed -> {
                    StoredCase one = byId.get(filed.caseId());
                    return report(one, filed.number())
                            .map(report -> MyReportView.of(one, report, named.get(one.reported())));
                })
                .toList();
    }

    private static Stream<Report> report(StoredCase found, long number) {
        return found.reports().stream().filter(report -> report.number() == number);
    }
}
