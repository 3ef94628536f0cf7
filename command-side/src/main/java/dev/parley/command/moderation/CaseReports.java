package dev.parley.command.moderation;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import dev.parley.command.CommandRejected;
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

/** Who has reported what in one case: at most 500 reports, each continued at most 20 times. */
@JsonAutoDetect(fieldVisibility = Visibility.ANY)
class CaseReports {
    static final int MAX_REPORTS = 500;
    static final int MAX_CONTINUATIONS = 20;

    private List<Filed> filed = new ArrayList<>();
    private Set<ConversationId> conversations = new HashSet<>();

    private record Filed(UserId reporter, boolean person, ReportType type, int continuations) {}

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
        return conversations.contains(conversation);
    }

    /** @throws CommandRejected as {@code TOO_MANY_REPORTS} if a case takes no more */
    void requireRoom() {
        CommandRejected.unless(
                filed.size() < MAX_REPORTS,
                Rejection.TOO_MANY_REPORTS,
                "500 reports of this wait to be looked at already.");
    }

    /** @throws CommandRejected as {@code TOO_MANY_REPORTS} if this report is not continued any more */
    void requireRoomIn(int number) {
        CommandRejected.unless(
                filed.get(number - 1).continuations() < MAX_CONTINUATIONS,
                Rejection.TOO_MANY_REPORTS,
                "You have reported this more than 20 times: it waits to be looked at.");
    }

    /** @param role of the one who filed it */
    void add(ReportFiled event, String role) {
        boolean person = !Role.SERVICE.label().equals(role);
        filed.add(new Filed(event.reporter(), person, event.type(), 0));
        keep(event.evidence());
    }

    void add(ReportContinued event) {
        int index = Math.toIntExact(event.report()) - 1;
        Filed before = filed.get(index);
        filed.set(index, new Filed(before.reporter(), before.person(), before.type(), before.continuations() + 1));
        keep(event.evidence());
    }

    private void keep(Optional<Evidence> evidence) {
        evidence.map(Evidence::subject)
                .filter(subject -> subject.kind() == Subject.Kind.CONVERSATION)
                .ifPresent(subject -> conversations.add(new ConversationId(subject.id())));
    }
}
