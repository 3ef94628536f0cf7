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
        return new Document(CaseDocument.NUMBER, filed.report())
                .append(CaseDocument.REPORTER, filed.reporter().value())
                .append(CaseDocument.TYPE, filed.type().label())
                .append(CaseDocument.AT, at);
    }

    static Document statement(ReportFiled filed, Date at) {
        return statement(filed.description(), filed.evidenceUrl(), filed.evidence())
                .append(CaseDocument.AT, at);
    }

    static Document statement(ReportContinued more, Date at) {
        return statement(more.description(), more.evidenceUrl(), more.evidence())
                .append(CaseDocument.AT, at);
    }

    private static Document statement(
            PersonalText description, Optional<PersonalText> url, Optional<Evidence> evidence) {
        Document fields = new Document(CaseDocument.DESCRIPTION, description);
        url.ifPresent(address -> fields.append(CaseDocument.URL, address));
        evidence.ifPresent(shown -> fields.append(CaseDocument.EVIDENCE, of(shown)));
        return fields;
    }

    private static Document of(Evidence evidence) {
        Document fields = new Document(
                        CaseDocument.KIND, evidence.subject().kind().label())
                .append(CaseDocument.ID, evidence.subject().id())
                .append(CaseDocument.SEQUENCE, evidence.sequence());
        evidence.content().ifPresent(content -> fields.append(CaseDocument.CONTENT, content));
        evidence.writtenAt().ifPresent(at -> fields.append(CaseDocument.WRITTEN_AT, Date.from(at)));
        return fields;
    }
}
