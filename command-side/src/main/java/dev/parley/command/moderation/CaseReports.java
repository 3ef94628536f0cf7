package dev.parley.command.moderation;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import dev.parley.command.CommandRejected;
import dev.parley.kernel.PersonalText;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.direct.ConversationId;
import dev.parley.kernel.member.Role;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.moderation.CaseEvent.ReportContinued;
import dev.parley.kernel.moderation.CaseEvent.ReportFiled;
import dev.parley.kernel.moderation.Evidence;
import dev.parley.kernel.moderation.ReportType;
import dev.parley.kernel.moderation.Subject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Who has reported what in one case: at most 500 reports, each continued at most 20 times, with 2 MB of text. What is
 * shown is kept once, however many point at it.
 */
@JsonAutoDetect(fieldVisibility = Visibility.ANY)
class CaseReports {
    static final int MAX_REPORTS = 500;
    static final int MAX_CONTINUATIONS = 20;
    /** Of UTF-8. */
    static final long MAX_BYTES = 2_000_000;

    private List<Filed> filed = new ArrayList<>();
    private Set<Exhibit> exhibits = new HashSet<>();
    private long bytes;

    private record Filed(UserId reporter, boolean person, ReportType type, int continuations) {}

    /** Something as it was after that event of its stream. */
    private record Exhibit(Subject subject, long sequence) {
        static Exhibit of(Evidence evidence) {
            return new Exhibit(evidence.subject(), evidence.sequence());
        }
    }

    int count() {
        return filed.size();
    }

    /** Number of the report that this person has in the case with this type. */
    OptionalInt numberOf(UserId reporter, ReportType type) {
        return IntStream.range(0, filed.size())
                .filter(i ->
                        filed.get(i).reporter().equals(reporter) && filed.get(i).type() == type)
                .map(i -> i + 1)
                .findFirst();
    }

    /** The people who have reported, each once; services are none. */
    List<UserId> people() {
        return filed.stream()
                .filter(Filed::person)
                .map(Filed::reporter)
                .distinct()
                .toList();
    }

    /** Whether a conversation is evidence here. */
    boolean show(ConversationId conversation) {
        return exhibits.stream()
                .map(Exhibit::subject)
                .anyMatch(subject -> subject.kind() == Subject.Kind.CONVERSATION
                        && subject.id().equals(conversation.value()));
    }

    /** As it is kept with a further report. */
    Evidence once(Evidence shown) {
        return exhibits.contains(Exhibit.of(shown)) ? shown.withoutContent() : shown;
    }

    /** @throws CommandRejected as {@code CASE_FULL} if a case takes no more */
    void requireRoom() {
        CommandRejected.unless(
                filed.size() < MAX_REPORTS, Rejection.CASE_FULL, "500 reports of this wait to be looked at already.");
    }

    /** @throws CommandRejected as {@code CASE_FULL} if this report is not continued any more */
    void requireRoomIn(int number) {
        CommandRejected.unless(
                filed.get(number - 1).continuations() < MAX_CONTINUATIONS,
                Rejection.CASE_FULL,
                "You have reported this more than 20 times: it waits to be looked at.");
    }

    /** @throws CommandRejected as {@code CASE_FULL} if the case has no room for so much text */
    void requireRoomFor(PersonalText said, Optional<PersonalText> url, Optional<Evidence> evidence) {
        CommandRejected.unless(
                bytes + bytes(said, url, evidence) <= MAX_BYTES,
                Rejection.CASE_FULL,
                "The reports of this have 2 MB of text already: they wait to be looked at.");
    }

    /** @param role of the one who filed it */
    void add(ReportFiled event, String role) {
        boolean person = !Role.SERVICE.label().equals(role);
        filed.add(new Filed(event.reporter(), person, event.type(), 0));
        keep(event.description(), event.evidenceUrl(), event.evidence());
    }

    void add(ReportContinued event) {
        int index = Math.toIntExact(event.report()) - 1;
        Filed before = filed.get(index);
        filed.set(index, new Filed(before.reporter(), before.person(), before.type(), before.continuations() + 1));
        keep(event.description(), event.evidenceUrl(), event.evidence());
    }

    private void keep(PersonalText said, Optional<PersonalText> url, Optional<Evidence> evidence) {
        bytes += bytes(said, url, evidence);
        evidence.map(Exhibit::of).ifPresent(exhibits::add);
    }

    private static long bytes(PersonalText said, Optional<PersonalText> url, Optional<Evidence> evidence) {
        Optional<PersonalText> shown = evidence.flatMap(Evidence::content);
        return Stream.concat(Stream.of(said), Stream.concat(url.stream(), shown.stream()))
                .mapToLong(text -> text.text().getBytes(UTF_8).length)
                .sum();
    }
}
