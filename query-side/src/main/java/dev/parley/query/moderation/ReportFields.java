package dev.parley.query.moderation;

import dev.parley.kernel.PersonalText;
import dev.parley.kernel.moderation.CaseEvent.ReportContinued;
import dev.parley.kernel.moderation.CaseEvent.ReportFiled;
import dev.parley.kernel.moderation.Evidence;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;

/** What is stored of a report. */
final class ReportFields {
    private ReportFields() {}

    static Document of(ReportFiled filed, Date at) {
        return fields(filed.report(), filed.description(), filed.evidenceUrl(), filed.evidence())
                .append(CaseDocument.REPORTER, filed.reporter().value())
                .append(CaseDocument.TYPE, filed.type().label())
                .append(CaseDocument.AT, at);
    }

    static Document of(ReportContinued more, Date at) {
        return fields(more.report(), more.description(), more.evidenceUrl(), more.evidence())
                .append(CaseDocument.AT, at);
    }

    private static Document fields(
            long report, PersonalText description, Optional<String> url, Optional<Evidence> evidence) {
        Document fields =
                new Document(CaseDocument.NUMBER, report).append(CaseDocument.DESCRIPTION, description.text());
        url.ifPresent(address -> fields.append(CaseDocument.URL, address));
        evidence.ifPresent(shown -> fields.append(CaseDocument.EVIDENCE, of(shown)));
        return fields;
    }

    private static Document of(Evidence evidence) {
        Document fields = new Document(
                        CaseDocument.KIND, evidence.subject().kind().label())
                .append(CaseDocument.ID, evidence.subject().id());
        evidence.content().ifPresent(content -> fields.append(CaseDocument.CONTENT, content.text()));
        evidence.writtenAt().ifPresent(at -> fields.append(CaseDocument.WRITTEN_AT, Date.from(at)));
        return fields;
    }
}
