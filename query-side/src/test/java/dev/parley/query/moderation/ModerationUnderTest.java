package dev.parley.query.moderation;

import dev.parley.kernel.Envelope;
import dev.parley.kernel.PersonalText;
import dev.parley.kernel.member.ActionId;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.Role;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.moderation.ActionType;
import dev.parley.kernel.moderation.CaseEvent;
import dev.parley.kernel.moderation.CaseEvent.CaseActioned;
import dev.parley.kernel.moderation.CaseEvent.CaseDismissed;
import dev.parley.kernel.moderation.CaseEvent.InquiryOpened;
import dev.parley.kernel.moderation.CaseEvent.ReportFiled;
import dev.parley.kernel.moderation.CaseFileId;
import dev.parley.kernel.moderation.CaseId;
import dev.parley.kernel.moderation.Evidence;
import dev.parley.kernel.moderation.ReportType;
import dev.parley.kernel.moderation.Subject;
import dev.parley.query.Contract;
import dev.parley.query.MongoForTests;
import dev.parley.query.NamesForTests;
import dev.parley.query.Page;
import dev.parley.query.PresentSubject;
import dev.parley.query.PresentSubjects;
import dev.parley.query.Streams;
import dev.parley.query.moderation.CaseQuery.FindCase;
import dev.parley.query.moderation.CaseQuery.ListCases;
import dev.parley.query.moderation.CaseQuery.Sort;
import dev.parley.query.moderation.discipline.DisciplinesForTests;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.messaging.MetaData;

/** The read model of cases with all who answer from it, and a log in which an event happens every minute. */
@Contract
final class ModerationUnderTest implements AutoCloseable {
    static final UserId ANN = new UserId("ann.of$green.gables");
    static final UserId BEN = new UserId("ben");
    static final UserId CID = new UserId("cid");
    static final Actor MOD = Actor.of(new UserId("mod"), Role.MODERATOR);
    static final Instant NOW = Streams.START.plusSeconds(86_400);
    static final Subject LINE = new Subject(Subject.Kind.CHAT_MESSAGE, "team~t~1~1");

    final MongoForTests mongo = new MongoForTests();
    final NamesForTests names = new NamesForTests();
    final Map<String, PresentSubject> lines = new HashMap<>();
    final List<GenericTrackedDomainEventMessage<?>> log = new ArrayList<>();

    private Duration passed = Duration.ZERO;

    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final Map<String, Long> sequences = new HashMap<>();
    private final CaseProjection projection = new CaseProjection(mongo.writes());
    private final StoredCases cases = new StoredCases(mongo.readModels());
    private final Reporters reporters = new Reporters(mongo.readModels(), cases);
    private final Summaries summaries = new Summaries(reporters, names, clock);
    private final DecidedWalk walk = new DecidedWalk(cases);

    final MyReportsQueryHandler reports = new MyReportsQueryHandler(reporters, cases, names);
    final CaseListQueryHandler lists = new CaseListQueryHandler(cases, walk, summaries, clock);
    final StatisticsQueryHandler statistics = new StatisticsQueryHandler(cases, walk, names, clock);
    final ReporterAccuracyReport accuracy = new ReporterAccuracyReport(cases);
    final CaseQueryHandler queries = new CaseQueryHandler(
            cases, summaries, DisciplinesForTests.none(mongo), new Present(List.of(new Lines())), names, clock);

    /** Lines as the test says they are. */
    private final class Lines implements PresentSubjects {
        @Override
        public Subject.Kind kind() {
            return Subject.Kind.CHAT_MESSAGE;
        }

        @Override
        public CompletableFuture<Optional<PresentSubject>> find(String id) {
            return CompletableFuture.completedFuture(Optional.ofNullable(lines.get(id)));
        }
    }

    static CaseId conduct(UserId reported, long number) {
        return new CaseId(new CaseFileId(ReportType.CHAT.kind(), reported), number);
    }

    static CaseId play(UserId reported, long number) {
        return new CaseId(new CaseFileId(ReportType.CHEATING.kind(), reported), number);
    }

    static ReportFiled filed(CaseId caseId, long report, UserId reporter, ReportType type) {
        return new ReportFiled(
                caseId,
                report,
                reporter,
                type,
                new PersonalText(reporter, "They were rude."),
                Optional.empty(),
                Optional.of(new Evidence(
                        LINE,
                        "team~t",
                        1,
                        Optional.of(new PersonalText(caseId.file().reported(), "fool")),
                        Optional.of(Streams.START))));
    }

    /** The same, as it is kept where an earlier report has shown what it points at. */
    static ReportFiled again(ReportFiled filed) {
        return new ReportFiled(
                filed.caseId(),
                filed.report(),
                filed.reporter(),
                filed.type(),
                filed.description(),
                filed.evidenceUrl(),
                filed.evidence().map(Evidence::withoutContent));
    }

    static InquiryOpened claimed(CaseId caseId, long fence, Instant until) {
        return new InquiryOpened(caseId, MOD.id(), fence, until);
    }

    static CaseDismissed dismissed(CaseId caseId) {
        return new CaseDismissed(caseId, MOD.id());
    }

    static CaseActioned acted(CaseId caseId, ActionType type) {
        return new CaseActioned(
                caseId, MOD.id(), type, new ActionId(caseId.file().reported(), 1), List.of());
    }

    /** What happens after this, happens so much later. */
    void passes(Duration time) {
        passed = passed.plus(time);
    }

    /** Appends these to the log, and has the projection handle them as one batch. */
    void happens(CaseEvent... events) {
        int from = log.size();
        for (CaseEvent event : events) {
            append(event, Role.USER);
        }
        play(log.subList(from, log.size()));
    }

    void happensByService(CaseEvent event) {
        append(event, Role.SERVICE);
        play(log.subList(log.size() - 1, log.size()));
    }

    private void append(CaseEvent event, Role role) {
        String stream = event.caseId().file().toString();
        long sequence = sequences.merge(stream, 0L, (last, zero) -> last + 1);
        log.add(Streams.logged(
                log.size(),
                new GenericDomainEventMessage<>(
                        "CaseFile",
                        stream,
                        sequence,
                        event,
                        MetaData.from(Map.of(Envelope.REASON, "seen", Envelope.ROLE, role.label())),
                        "event" + log.size(),
                        Streams.START.plusSeconds(60L * log.size()).plus(passed))));
    }

    void play(List<GenericTrackedDomainEventMessage<?>> batch) {
        mongo.play(
                batch.stream(),
                (event, message) -> projection.on(
                        (CaseEvent) event,
                        message.getSequenceNumber(),
                        message.getTimestamp(),
                        message.trackingToken(),
                        message.getMetaData()));
    }

    /** All that is stored. */
    List<Object> stored() {
        return List.of(
                mongo.documents(CaseDocument.CASES),
                mongo.documents(CaseDocument.QUEUE),
                mongo.documents(CaseDocument.DAYS),
                mongo.documents(CaseDocument.REPORTERS));
    }

    Page<CaseSummaryView> list(CaseStatus status, Sort sort, String cursor, int limit) {
        var query = new ListCases(MOD, status, Optional.empty(), Optional.empty(), sort, cursor, limit);
        return lists.handle(query).join();
    }

    List<String> ids(CaseStatus status, Sort sort) {
        return list(status, sort, "", 50).items().stream()
                .map(CaseSummaryView::id)
                .toList();
    }

    CaseView find(CaseId caseId) {
        return queries.handle(new FindCase(MOD, caseId)).join();
    }

    @Override
    public void close() {
        mongo.close();
    }
}
