package dev.parley.query.moderation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.kernel.moderation.ReportType;
import dev.parley.kernel.moderation.Subject;
import dev.parley.query.Milliseconds;
import dev.parley.query.PersonView;
import dev.parley.query.PresentSubject;
import java.time.Instant;
import java.util.List;

/**
 * A report as moderators see it.
 *
 * @param automated whether the server or a service filed it
 * @param statements what the reporter said, the earliest first
 */
public record ReportView(
        @JsonProperty("id") String id,
        @JsonProperty("reporter") PersonView reporter,
        @JsonProperty("report_type") ReportType type,
        @JsonProperty("is_automated") boolean automated,
        @JsonProperty("statements") List<StatementView> statements) {
    public ReportView {
        statements = List.copyOf(statements);
    }

    /**
     * What a reporter said at once.
     *
     * @param url {@code null} and left out where they gave none, as is what they pointed at
     */
    public record StatementView(
            @JsonProperty("description") String description,

            @JsonProperty("evidence_url") @JsonInclude(JsonInclude.Include.NON_NULL)
            String url,

            @JsonProperty("evidence") @JsonInclude(JsonInclude.Include.NON_NULL)
            EvidenceView evidence,

            @JsonProperty("created_at") @Milliseconds Instant createdAt) {}

    /**
     * What a reporter pointed at.
     *
     * @param now how it is at present; {@code null} for what is not looked at here, such as conversations and people
     */
    public record EvidenceView(
            @JsonProperty("subject") SubjectView subject,
            @JsonProperty("was") WasView was,
            @JsonProperty("now") PresentSubject now) {}

    /** What a report is about. */
    public record SubjectView(
            @JsonProperty("kind") Subject.Kind kind,
            @JsonProperty("id") String id) {}

    /**
     * How something was when it was reported.
     *
     * @param content {@code null} for conversations, which are read with a reason, and for people
     * @param writtenAt when it was said like that, {@code null} for people
     */
    public record WasView(
            @JsonProperty("content") String content,
            @JsonProperty("written_at") @Milliseconds Instant writtenAt) {}
}
