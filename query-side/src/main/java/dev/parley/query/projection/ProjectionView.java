package dev.parley.query.projection;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;

/**
 * A projection as operators see it, from the node that is asked.
 *
 * @param version the one that is read
 * @param stores collections and indices that it writes
 * @param position index up to which all is stored that it makes of the events; -1 before the first
 * @param head index of the log's newest event
 * @param lag events between these two
 * @param rate events per second in the last seconds
 * @param deadLetters events that the version that is read has put aside, as of about a second ago
 */
public record ProjectionView(
        @JsonProperty("name") String name,
        @JsonProperty("version") int version,
        @JsonProperty("paused") boolean paused,
        @JsonProperty("stores") List<String> stores,
        @JsonProperty("position") long position,
        @JsonProperty("head") long head,
        @JsonProperty("lag") long lag,
        @JsonProperty("rate") long rate,
        @JsonProperty("dead_letters") long deadLetters,
        @JsonProperty("versions") List<VersionView> versions) {
    /**
     * One filling of the read model.
     *
     * @param stage {@code queued}, {@code filling}, {@code ready}, {@code switching}, {@code live}, {@code kept} or
     *     {@code ended}
     * @param purpose {@code automatic}, {@code manual} or {@code verification}
     * @param since when it came into its stage
     * @param etaSeconds until it has caught up, at its rate; null where that is not known
     * @param deadLetters events that it has put aside, as of about a second ago
     * @param error why it does not move on, or is not read though it is filled; null where neither is so
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record VersionView(
            @JsonProperty("version") int version,
            @JsonProperty("stage") String stage,
            @JsonProperty("purpose") String purpose,
            @JsonProperty("since") Instant since,
            @JsonProperty("position") long position,
            @JsonProperty("lag") long lag,
            @JsonProperty("rate") long rate,
            @JsonProperty("eta_seconds") Long etaSeconds,
            @JsonProperty("dead_letters") long deadLetters,
            @JsonProperty("error") String error,
            @JsonProperty("report") ReportView report) {}

    /**
     * How the version compared with the one that was read, at one position of the log.
     *
     * @param liveDeadLetters events that the version that was read had put aside by then: what they say is in none of its
     *     documents
     * @param freshDeadLetters the same of this version
     * @param differing how many documents differed
     * @param keys the first 100 of these, each as {@code collection/id}
     * @param repaired how many were then taken over from this version
     */
    public record ReportView(
            @JsonProperty("at") Instant at,
            @JsonProperty("position") long position,
            @JsonProperty("live_dead_letters") long liveDeadLetters,
            @JsonProperty("fresh_dead_letters") long freshDeadLetters,
            @JsonProperty("differing") long differing,
            @JsonProperty("keys") List<String> keys,
            @JsonProperty("repaired") long repaired,
            @JsonProperty("stores") List<StoreView> stores) {}

    /** A collection or index, both versions scanned while they moved on: digests are equal where nobody wrote. */
    public record StoreView(
            @JsonProperty("name") String name,
            @JsonProperty("live_documents") long liveDocuments,
            @JsonProperty("fresh_documents") long freshDocuments,
            @JsonProperty("live_digest") String liveDigest,
            @JsonProperty("fresh_digest") String freshDigest) {}
}
