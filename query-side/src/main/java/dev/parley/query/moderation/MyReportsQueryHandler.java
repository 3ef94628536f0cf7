package dev.parley.query.moderation;

import dev.parley.kernel.member.UserId;
import dev.parley.query.Names;
import dev.parley.query.Page;
import dev.parley.query.PersonView;
import dev.parley.query.moderation.CaseQuery.FindMyReport;
import dev.parley.query.moderation.CaseQuery.ListMyReports;
import dev.parley.query.moderation.Reporters.Filed;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Answers people what they reported. */
@Component
class MyReportsQueryHandler {
    private static final int AT_ONCE = 8;

    private final Reporters reporters;
    private final StoredCases cases;
    private final Names names;

    MyReportsQueryHandler(Reporters reporters, StoredCases cases, Names names) {
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
        return cases.with(query.caseId(), query.number())
                .thenApply(found -> found.filter(one -> one.reports()
                                .getFirst()
                                .reporter()
                                .equals(query.viewer().id()))
                        .map(one -> MyReportView.of(one, names.person(one.reported())))
                        .orElse(null));
    }

    /** Each with one read, so that what others say of the same person is not read with it. */
    private CompletableFuture<List<MyReportView>> views(List<Filed> page) {
        return Flux.fromIterable(page)
                .flatMapSequential(one -> Mono.fromFuture(cases.with(one.caseId(), one.number())), AT_ONCE)
                .flatMapIterable(found -> found.stream().toList())
                .collectList()
                .flatMap(found -> Mono.fromFuture(names.people(
                                found.stream().map(StoredCase::reported).collect(Collectors.toUnmodifiableSet())))
                        .map(named -> views(found, named)))
                .toFuture();
    }

    private static List<MyReportView> views(List<StoredCase> found, Map<UserId, PersonView> named) {
        return found.stream()
                .map(one -> MyReportView.of(one, named.get(one.reported())))
                .toList();
    }
}
