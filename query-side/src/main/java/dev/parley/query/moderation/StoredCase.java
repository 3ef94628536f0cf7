package dev.parley.query.moderation;

import dev.parley.kernel.member.UserId;
import dev.parley.kernel.moderation.CaseId;
import dev.parley.kernel.moderation.ReportType;
import dev.parley.kernel.moderation.Subject;
import dev.parley.query.Latest;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;

/**
 * A case as it is stored.
 *
 * @param reports by number
 * @param holder the last claim, unless that was given back or lapsed
 */
record StoredCase(CaseId id, List<Report> reports, Optional<Holder> holder, Optional<Decision> decision) {
    /** @param until first instant at which another may claim it */
    record Holder(UserId moderator, long fence, Instant until) {}

    /**
     * How it was decided.
     *
     * @param type of what was done; empty where nothing was, as is the action
     */
    record Decision(
            CaseStatus status,
            UserId moderator,
            String reason,
            Instant at,
            Optional<String> type,
            Optional<String> action) {}

    /** What one reporter said, with what they said later. */
    record Report(
            long number, UserId reporter, ReportType type, boolean automated, Statement first, List<Statement> more) {
        Stream<Statement> statements() {
            return Stream.concat(Stream.of(first), more.stream());
        }
    }

    /** What a reporter said at once. */
    record Statement(String description, Optional<String> url, Optional<Shown> evidence, Instant at) {}

    /** What they pointed at, as it was then. */
    record Shown(Subject subject, Optional<String> content, Optional<Instant> writtenAt) {}

    static StoredCase of(Document stored) {
        List<Document> more = values(stored, CaseDocument.MORE);
        return new StoredCase(
                CaseId.parse(stored.getString("_id")),
                values(stored, CaseDocument.REPORTS).stream()
                        .map(report -> report(report, more))
                        .sorted(Comparator.comparingLong(Report::number))
                        .toList(),
                Latest.read(stored, CaseDocument.INQUIRY, Document.class)
                        .filter(holder -> !holder.isEmpty())
                        .map(StoredCase::holder),
                Latest.read(stored, CaseDocument.DECISION, Document.class).map(StoredCase::decision));
    }

    CaseStatus status() {
        return decision.map(Decision::status).orElse(CaseStatus.PENDING);
    }

    UserId reported() {
        return id.file().reported();
    }

    /** Who holds it at this instant. */
    Optional<Holder> heldAt(Instant now) {
        return holder.filter(claim -> now.isBefore(claim.until()));
    }

    Set<ReportType> types() {
        return reports.stream().map(Report::type).collect(Collectors.toUnmodifiableSet());
    }

    Set<UserId> reporters() {
        return reports.stream().map(Report::reporter).collect(Collectors.toUnmodifiableSet());
    }

    /** When its first report came. */
    Instant openedAt() {
        return reports.getFirst().first().at();
    }

    private static List<Document> values(Document stored, String field) {
        return stored.get(field, new Document()).values().stream()
                .map(Document.class::cast)
                .toList();
    }

    private static Report report(Document report, List<Document> more) {
        long number = report.getLong(CaseDocument.NUMBER);
        return new Report(
                number,
                new UserId(report.getString(CaseDocument.REPORTER)),
                ReportType.of(report.getString(CaseDocument.TYPE)),
                report.getBoolean(CaseDocument.AUTOMATED, false),
                statement(report),
                more.stream()
                        .filter(one -> one.getLong(CaseDocument.NUMBER) == number)
                        .map(StoredCase::statement)
                        .sorted(Comparator.comparing(Statement::at))
                        .toList());
    }

    private static Statement statement(Document stored) {
        return new Statement(
                stored.getString(CaseDocument.DESCRIPTION),
                Optional.ofNullable(stored.getString(CaseDocument.URL)),
                Optional.ofNullable(stored.get(CaseDocument.EVIDENCE, Document.class))
                        .map(StoredCase::shown),
                stored.getDate(CaseDocument.AT).toInstant());
    }

    private static Shown shown(Document evidence) {
        return new Shown(
                new Subject(
                        Subject.Kind.of(evidence.getString(CaseDocument.KIND)), evidence.getString(CaseDocument.ID)),
                Optional.ofNullable(evidence.getString(CaseDocument.CONTENT)),
                Optional.ofNullable(evidence.getDate(CaseDocument.WRITTEN_AT)).map(Date::toInstant));
    }

    private static Holder holder(Document claim) {
        return new Holder(
                new UserId(claim.getString(CaseDocument.MODERATOR)),
                claim.getLong(CaseDocument.FENCE),
                claim.getDate(CaseDocument.UNTIL).toInstant());
    }

    private static Decision decision(Document decided) {
        return new Decision(
                CaseStatus.of(decided.getString(CaseDocument.STATUS)),
                new UserId(decided.getString(CaseDocument.MODERATOR)),
                decided.getString(CaseDocument.REASON),
                decided.getDate(CaseDocument.AT).toInstant(),
                Optional.ofNullable(decided.getString(CaseDocument.TYPE)),
                Optional.ofNullable(decided.getString(CaseDocument.ACTION)));
    }
}
