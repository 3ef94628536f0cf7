package dev.parley.api.moderation;

import dev.parley.api.http.Freshness;
import dev.parley.api.identity.Caller;
import dev.parley.command.CommandRejected;
import dev.parley.kernel.InvalidValue;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.moderation.CaseId;
import dev.parley.kernel.moderation.ReportType;
import dev.parley.query.Page;
import dev.parley.query.PageOf;
import dev.parley.query.moderation.CaseQuery.FindCase;
import dev.parley.query.moderation.CaseQuery.FindStatistics;
import dev.parley.query.moderation.CaseQuery.ListCases;
import dev.parley.query.moderation.CaseQuery.Sort;
import dev.parley.query.moderation.CaseStatus;
import dev.parley.query.moderation.CaseSummaryView;
import dev.parley.query.moderation.CaseView;
import dev.parley.query.moderation.StatisticsView;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Shows moderators what waits for them, what was decided, and how they get on. */
@RestController
@RequestMapping("/api/mod")
class CaseReadController {
    private final Freshness freshness;
    private final QueryGateway queries;
    private final NamedPeople people;

    CaseReadController(Freshness freshness, QueryGateway queries, NamedPeople people) {
        this.freshness = freshness;
        this.queries = queries;
        this.people = people;
    }

    /**
     * Cases, without those about the caller: {@code pending} ones unless told, by their {@code score} or {@code age};
     * without a {@code reported_user}, {@code reviewed}, {@code action} and {@code dismissed} ones by their decision, the
     * latest first, where a page may be short, and still lead on. Problems: not-allowed (403), invalid-value,
     * unknown-user (422).
     */
    @GetMapping("/reports")
    Mono<Page<CaseSummaryView>> list(
            @RequestParam(defaultValue = "pending") String status,
            @RequestParam(defaultValue = "") String type,
            @RequestParam(name = "reported_user", defaultValue = "") String reported,
            @RequestParam(defaultValue = "score") String sort,
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam(defaultValue = "50") int limit,
            Caller caller,
            ServerWebExchange exchange) {
        CaseStatus wanted = CaseStatus.of(status);
        Optional<ReportType> ofType = type(type);
        Sort by = sort(sort);
        return people.anyNamed(reported)
                .map(person -> new ListCases(caller.actor(), wanted, ofType, person, by, cursor, limit))
                .flatMap(query -> freshness.read(
                        exchange,
                        () -> queries.query(query, PageOf.items(CaseSummaryView.class)),
                        ModerationWebConfiguration.CASES));
    }

    /**
     * A case with its reports, what they point at as it was beside how it is, what was done about the person, and the
     * usual next step. Problems: not-allowed (403), unknown-case (404).
     */
    @GetMapping("/reports/{caseId}")
    Mono<CaseView> show(@PathVariable CaseId caseId, Caller caller, ServerWebExchange exchange) {
        return freshness
                .read(
                        exchange,
                        () -> queries.query(new FindCase(caller.actor(), caseId), CaseView.class),
                        ModerationWebConfiguration.CASES,
                        ModerationWebConfiguration.DISCIPLINE)
                .switchIfEmpty(Mono.error(() -> new CommandRejected(Rejection.UNKNOWN_CASE, "There is no such case.")));
    }

    /** How many cases wait, and how the latest were decided. Problems: not-allowed (403). */
    @GetMapping("/statistics")
    Mono<StatisticsView> statistics(Caller caller, ServerWebExchange exchange) {
        return freshness.read(
                exchange,
                () -> queries.query(new FindStatistics(caller.actor()), StatisticsView.class),
                ModerationWebConfiguration.CASES);
    }

    private static Optional<ReportType> type(String label) {
        try {
            return Optional.of(label).filter(given -> !given.isEmpty()).map(ReportType::of);
        } catch (InvalidValue none) {
            throw new InvalidValue("type", "one of cheating, chat, harassment, content and other");
        }
    }

    private static Sort sort(String label) {
        return Arrays.stream(Sort.values())
                .filter(sort -> sort.name().toLowerCase(Locale.ROOT).equals(label))
                .findFirst()
                .orElseThrow(() -> new InvalidValue("sort", "score or age"));
    }
}
