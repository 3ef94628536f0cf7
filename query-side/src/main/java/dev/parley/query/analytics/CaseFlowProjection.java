package dev.parley.query.analytics;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoDatabase;
import dev.parley.kernel.moderation.CaseEvent;
import dev.parley.kernel.moderation.CaseEvent.CaseActioned;
import dev.parley.kernel.moderation.CaseEvent.CaseDismissed;
import dev.parley.kernel.moderation.CaseEvent.CaseReviewed;
import dev.parley.kernel.moderation.CaseEvent.InquiryLapsed;
import dev.parley.kernel.moderation.CaseEvent.InquiryOpened;
import dev.parley.kernel.moderation.CaseEvent.InquiryReleased;
import dev.parley.kernel.moderation.CaseEvent.ReportContinued;
import dev.parley.kernel.moderation.CaseEvent.ReportFiled;
import dev.parley.kernel.moderation.CaseId;
import dev.parley.query.Projection;
import dev.parley.query.ProjectionRun;
import dev.parley.query.Writes;
import dev.parley.query.analytics.CaseFlowDocument.Step;
import dev.parley.query.analytics.Tally.Mark;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.bson.Document;

/** Keeps how many reports are filed and how they end, for each day and kind of case, and how long decisions take. */
@Projection(
        name = "case-flow",
        collections = {
            CaseFlowDocument.COUNTS,
            CaseFlowDocument.MARKS,
            CaseFlowDocument.OPENINGS,
            CaseFlowDocument.TIMES
        },
        restMillis = 500)
class CaseFlowProjection {
    private static final String OPENED = CaseFlowProjection.class.getName();

    private final Writes writes;
    private final MongoDatabase database;
    private final Tally tally;

    CaseFlowProjection(Writes writes, MongoDatabase writtenDatabase) {
        this.writes = writes;
        this.database = writtenDatabase;
        this.tally = new Tally(
                writes, writtenDatabase, CaseFlowDocument.COUNTS, CaseFlowDocument.MARKS, CaseFlowProjection::marks);
    }

    @EventHandler
    void on(CaseEvent event, TrackedEventMessage<?> message) {
        tally.take(message);
        switch (event) {
            case ReportFiled filed -> open(filed, message);
            case CaseActioned decided -> decide(decided.caseId(), message);
            case CaseReviewed decided -> decide(decided.caseId(), message);
            case CaseDismissed decided -> decide(decided.caseId(), message);
            case ReportContinued other -> {}
            case InquiryOpened other -> {}
            case InquiryReleased other -> {}
            case InquiryLapsed other -> {}
        }
    }

    private static Stream<Mark> marks(TrackedEventMessage<?> message) {
        return message.getPayload() instanceof CaseEvent event
                ? steps(event).stream()
                        .map(step -> CaseFlowDocument.count(
                                Tally.day(message), event.caseId().file().kind(), step))
                        .map(count -> Mark.ofEvent(count, Tally.position(message)))
                : Stream.empty();
    }

    private static List<Step> steps(CaseEvent event) {
        return switch (event) {
            case ReportFiled filed -> isFirst(filed) ? List.of(Step.FILED, Step.OPENED) : List.of(Step.FILED);
            case CaseActioned decided -> List.of(Step.ACTION);
            case CaseReviewed decided -> List.of(Step.REVIEWED);
            case CaseDismissed decided -> List.of(Step.DISMISSED);
            case ReportContinued other -> List.of();
            case InquiryOpened other -> List.of();
            case InquiryReleased other -> List.of();
            case InquiryLapsed other -> List.of();
        };
    }

    private static boolean isFirst(ReportFiled filed) {
        return filed.report() == 1;
    }

    private void open(ReportFiled filed, TrackedEventMessage<?> message) {
        if (isFirst(filed)) {
            opened().put(filed.caseId(), message.getTimestamp());
            writes.insert(
                    CaseFlowDocument.OPENINGS,
                    new Document("_id", filed.caseId().toString())
                            .append(CaseFlowDocument.AT, Date.from(message.getTimestamp()))
                            .append(CaseFlowDocument.POSITION, Tally.position(message)));
        }
    }

    /** The first report is in the same stream, and so was handled before. */
    private void decide(CaseId caseId, TrackedEventMessage<?> message) {
        openedAt(caseId).ifPresent(opened -> {
            long seconds =
                    Math.max(0, Duration.between(opened, message.getTimestamp()).toSeconds());
            long position = Tally.position(message);
            writes.raise(
                    CaseFlowDocument.TIMES,
                    CaseFlowDocument.times(Tally.day(message), caseId.file().kind()),
                    new Document(CaseFlowDocument.SECONDS + "." + position, seconds)
                            .append(CaseFlowDocument.POSITION, position));
        });
    }

    private Optional<Instant> openedAt(CaseId caseId) {
        Instant inBatch = opened().get(caseId);
        return inBatch == null ? storedOpening(caseId) : Optional.of(inBatch);
    }

    private Optional<Instant> storedOpening(CaseId caseId) {
        Document stored = database.getCollection(ProjectionRun.currently(CaseFlowDocument.OPENINGS))
                .find(eq(caseId.toString()))
                .first();
        return Optional.ofNullable(stored)
                .map(found -> found.getDate(CaseFlowDocument.AT).toInstant());
    }

    /** The cases that were opened in the current batch, which is not stored yet. */
    private static Map<CaseId, Instant> opened() {
        return CurrentUnitOfWork.get().getOrComputeResource(OPENED, key -> new HashMap<>());
    }
}
