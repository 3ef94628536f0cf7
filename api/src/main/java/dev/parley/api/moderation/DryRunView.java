package dev.parley.api.moderation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.command.moderation.detection.DryRun.Report;
import dev.parley.kernel.detection.Finding;
import dev.parley.kernel.member.UserId;
import dev.parley.query.Milliseconds;
import dev.parley.query.PersonView;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a policy would flag.
 *
 * @param texts how many were looked at
 * @param flagged how many of them would be, with those that are private
 * @param byCategory in how many of them each category was found
 * @param next position to go on after; {@code null} at the end of the log
 */
record DryRunView(
        @JsonProperty("version") String version,
        @JsonProperty("texts") long texts,
        @JsonProperty("flagged") long flagged,
        @JsonProperty("by_category") Map<String, Long> byCategory,
        @JsonProperty("items") List<Item> items,
        @JsonProperty("next") String next) {

    /**
     * One text.
     *
     * @param subject what a report would point at; left out where an edit does not tell
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(
            @JsonProperty("position") long position,
            @JsonProperty("at") @Milliseconds Instant at,
            @JsonProperty("author") PersonView author,
            @JsonProperty("subject") Pointer subject,
            @JsonProperty("text") String text,
            @JsonProperty("findings") List<Found> findings) {}

    record Pointer(
            @JsonProperty("kind") String kind,
            @JsonProperty("id") String id) {}

    /**
     * One place in a text.
     *
     * @param rule list and entry that found it
     */
    record Found(
            @JsonProperty("category") String category,
            @JsonProperty("severity") int severity,
            @JsonProperty("start") int start,
            @JsonProperty("end") int end,
            @JsonProperty("rule") String rule) {
        static Found of(Finding finding) {
            return new Found(
                    finding.category().label(), finding.severity(), finding.start(), finding.end(), finding.rule());
        }
    }

    static DryRunView of(Report report, Map<UserId, PersonView> people) {
        List<Item> items = report.items().stream()
                .map(item -> new Item(
                        item.position(),
                        item.at(),
                        people.get(item.author()),
                        item.subject()
                                .map(subject -> new Pointer(subject.kind().label(), subject.id()))
                                .orElse(null),
                        item.text(),
                        item.findings().stream().map(Found::of).toList()))
                .toList();
        Map<String, Long> byCategory = report.byCategory().entrySet().stream()
                .collect(Collectors.toMap(one -> one.getKey().label(), Map.Entry::getValue));
        String next = report.next().isPresent() ? Long.toString(report.next().getAsLong()) : null;
        return new DryRunView(report.version(), report.texts(), report.flagged(), byCategory, items, next);
    }
}
