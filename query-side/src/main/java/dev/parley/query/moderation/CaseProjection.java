package dev.parley.query.moderation;

import static com.mongodb.client.model.Updates.addToSet;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.max;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.model.Indexes;
import dev.parley.kernel.Envelope;
import dev.parley.kernel.member.Role;
import dev.parley.kernel.member.UserId;
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
import dev.parley.query.KeptEntries;
import dev.parley.query.Latest;
import dev.parley.query.Projection;
import dev.parley.query.Writes;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.MetaData;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Keeps cases, which of them wait for a decision, which were decided on which day, and who filed which report. */
@Projection(
        name = CaseProjection.GROUP,
        collections = {CaseDocument.CASES, CaseDocument.QUEUE, CaseDocument.DAYS, CaseDocument.REPORTERS})
class CaseProjection {
    static final String GROUP = "cases";

    private static final Bson LATEST_REPORTS =
            KeptEntries.latest(CaseDocument.MOST_REPORTS, CaseDocument.ENTRIES, CaseDocument.POSITION);

    private final Writes writes;

    CaseProjection(Writes writes) {
        this.writes = writes;
        writes.index(CaseDocument.QUEUE, Indexes.ascending(CaseDocument.OPEN + ".value"));
    }

    /** Where an event stands, and what its envelope says. */
    private record Place(long sequence, Date at, long position, MetaData envelope) {
        String reason() {
            return (String) envelope.getOrDefault(Envelope.REASON, "");
        }

        boolean isOfService() {
            return Role.SERVICE.label().equals(envelope.get(Envelope.ROLE));
        }
    }

    @EventHandler
    void on(
            CaseEvent event,
            @SequenceNumber long sequence,
            @Timestamp Instant at,
            TrackingToken token,
            MetaData envelope) {
        var place = new Place(sequence, Date.from(at), token.position().orElseThrow(), envelope);
        switch (event) {
            case ReportFiled filed -> file(filed, place);
            case ReportContinued more ->
                change(more, place, said(more.report(), place, ReportFields.statement(more, place.at())));
            case InquiryOpened opened -> change(opened, place, inquiry(place, holder(opened)));
            case InquiryReleased released -> change(released, place, inquiry(place, new Document()));
            case InquiryLapsed lapsed -> change(lapsed, place, inquiry(place, new Document()));
            case CaseDismissed dismissed ->
                decide(dismissed, place, decision(CaseStatus.DISMISSED, dismissed.moderator(), place));
            case CaseReviewed reviewed ->
                decide(reviewed, place, decision(CaseStatus.REVIEWED, reviewed.moderator(), place));
            case CaseActioned acted ->
                decide(
                        acted,
                        place,
                        decision(CaseStatus.ACTION, acted.moderator(), place)
                                .append(CaseDocument.TYPE, acted.type().label())
                                .append(CaseDocument.ACTION, acted.action().toString()));
        }
    }

    private void file(ReportFiled filed, Place place) {
        boolean automated = filed.reporter().equals(UserId.SYSTEM) || place.isOfService();
        Document report = ReportFields.of(filed, place.at()).append(CaseDocument.AUTOMATED, automated);
        change(
                filed,
                place,
                combine(
                        set(CaseDocument.REPORTS + "." + filed.report(), report),
                        said(filed.report(), place, ReportFields.statement(filed, place.at()))));
        open(filed.caseId(), place, filed.caseId().number());
        String reporter = filed.reporter().value();
        writes.add(
                CaseDocument.REPORTERS,
                reporter,
                addToSet(CaseDocument.ENTRIES, entry(filed, place).append(CaseDocument.NUMBER, filed.report())));
        writes.add(CaseDocument.REPORTERS, reporter, LATEST_REPORTS);
    }

    private void decide(CaseEvent decided, Place place, Document decision) {
        change(
                decided,
                place,
                combine(
                        Latest.setOnce(CaseDocument.DECISION, place.sequence(), decision),
                        inquiry(place, new Document())));
        open(decided.caseId(), place, 0);
        String day = LocalDate.ofInstant(place.at().toInstant(), ZoneOffset.UTC).toString();
        Document entry = entry(decided, place).append(CaseDocument.STATUS, decision.getString(CaseDocument.STATUS));
        writes.add(CaseDocument.DAYS, day, addToSet(CaseDocument.ENTRIES, entry));
        writes.add(CaseDocument.DAYS, CaseDocument.ALL_DAYS, addToSet(CaseDocument.ALL_DAYS, day));
    }

    private void change(CaseEvent event, Place place, Bson change) {
        writes.add(
                CaseDocument.CASES,
                event.caseId().toString(),
                combine(change, max(CaseDocument.POSITION, place.position())));
    }

    private void open(CaseId caseId, Place place, long number) {
        writes.add(
                CaseDocument.QUEUE,
                caseId.file().toString(),
                combine(
                        Latest.set(CaseDocument.OPEN, place.sequence(), number),
                        max(CaseDocument.LAST, caseId.number())));
    }

    private static Bson said(long report, Place place, Document statement) {
        return set(CaseDocument.statements(report) + "." + place.sequence(), statement);
    }

    private static Bson inquiry(Place place, Document holder) {
        return Latest.set(CaseDocument.INQUIRY, place.sequence(), holder);
    }

    private static Document holder(InquiryOpened opened) {
        return new Document(CaseDocument.MODERATOR, opened.moderator().value())
                .append(CaseDocument.FENCE, opened.fence())
                .append(CaseDocument.UNTIL, Date.from(opened.until()));
    }

    private static Document decision(CaseStatus status, UserId moderator, Place place) {
        return new Document(CaseDocument.STATUS, status.label())
                .append(CaseDocument.MODERATOR, moderator.value())
                .append(CaseDocument.REASON, place.reason())
                .append(CaseDocument.AT, place.at());
    }

    private static Document entry(CaseEvent event, Place place) {
        return new Document(CaseDocument.POSITION, place.position())
                .append(CaseDocument.CASE, event.caseId().toString());
    }
}
