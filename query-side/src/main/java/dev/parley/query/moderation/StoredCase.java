package dev.parley.query.moderation;

import dev.parley.kernel.PersonalText;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.moderation.CaseId;
import dev.parley.kernel.moderation.ReportType;
import dev.parley.kernel.moderation.Subject;
import dev.parley.query.Latest;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;

/**
 * A case as it is stored, or what was read of that.
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

    /**
     * What one reporter said.
     *
     * @param at when they first did
     * @param statements the earliest first, as far as they were read
     */
    record Report(
            long number, UserId reporter, ReportType type, boolean automated, Instant at, List<Statement> statements) {}

    /** What a reporter said at once. */
    record Statement(String description, Optional<String> url, Optional<Shown> evidence, Instant at) {}

    /** What they pointed at, as it was then. */
    record Shown(Subject subject, Optional<String> content, Optional<Instant> writtenAt) {}

    /** Something as the event at this place of its stream made it. */
    private record Exhibit(String kind, String id, long sequence) {
        static Exhibit of(Document evidence) {
            return new Exhibit(
                    evidence.getString(CaseDocument.KIND),
                    evidence.getString(CaseDocument.ID),
                    evidence.getLong(CaseDocument.SEQUENCE));
        }
    }

    static StoredCase of(Document stored) {
        Document statements = stored.get(CaseDocument.STATEMENTS, new Document());
        Map<Exhibit, String> contents = contents(statements);
        return new StoredCase(
                CaseId.parse(stored.getString("_id")),
                values(stored, CaseDocument.REPORTS).stream()
                        .map(report -> report(report, statements, contents))
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
        return reports.getFirst().at();
    }

    private static List<Document> values(Document stored, String field) {
        return stored.get(field, new Document()).values().stream()
                .map(Document.class::cast)
                .toList();
    }

    /** What all that reports point at said, which is kept with the first of them. */
    private static Map<Exhibit, String> contents(Document statements) {
        return statements.keySet().stream()
                .flatMap(report -> values(statements, report).stream())
                .flatMap(
                        statement -> Optional.ofNullable(statement.get(CaseDocument.EVIDENCE, Document.class)).stream())
                .filter(evidence -> evidence.containsKey(CaseDocument.CONTENT))
                .collect(Collectors.toMap(
                        Exhibit::of,
                        evidence -> evidence.get(CaseDocument.CONTENT, PersonalText.class)
                                .text(),
                        (one, same) -> one));
    }

    private static Report report(Document report, Document statements, Map<Exhibit, String> contents) {
        long number = report.getLong(CaseDocument.NUMBER);
        return new Report(
                number,
                new UserId(report.getString(CaseDocument.REPORTER)),
                ReportType.of(report.getString(CaseDocument.TYPE)),
                report.getBoolean(CaseDocument.AUTOMATED, false),
                report.getDate(CaseDocument.AT).toInstant(),
                values(statements, Long.toString(number)).stream()
                        .map(statement -> statement(statement, contents))
                        .sorted(Comparator.comparing(Statement::at))
                        .toList());
    }

    private static Statement statement(Document stored, Map<Exhibit, String> contents) {
        return new Statement(
                stored.get(CaseDocument.DESCRIPTION, PersonalText.class).text(),
                Optional.ofNullable(stored.get(CaseDocument.URL, PersonalText.class))
                        .map(PersonalText::text),
                Optional.ofNullable(stored.get(CaseDocument.EVIDENCE, Document.class))
                        .map(evidence -> shown(evidence, contents)),
                stored.getDate(CaseDocument.AT).toInstant());
    }

    private static Shown shown(Document evidence, Map<Exhibit, String> contents) {
        return new Shown(
                new Subject(
                        Subject.Kind.of(evidence.getString(CaseDocument.KIND)), evidence.getString(CaseDocument.ID)),
                Optional.ofNullable(contents.get(Exhibit.of(evidence))),
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
