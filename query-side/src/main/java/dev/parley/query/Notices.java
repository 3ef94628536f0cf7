package dev.parley.query;

import dev.parley.kernel.forum.PostId;
import dev.parley.kernel.forum.TopicEvent.PostAdded;
import dev.parley.kernel.member.MemberEvent;
import dev.parley.kernel.member.MemberEvent.MemberWarned;
import dev.parley.kernel.member.MemberEvent.SanctionEnded;
import dev.parley.kernel.member.MemberEvent.SanctionImposed;
import dev.parley.kernel.member.MemberEvent.SanctionLifted;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.moderation.CaseEvent.CaseActioned;
import dev.parley.query.Notice.Freed;
import dev.parley.query.Notice.Mentioned;
import dev.parley.query.Notice.Place;
import dev.parley.query.Notice.Sanctioned;
import dev.parley.query.Notice.Upheld;
import dev.parley.query.Notice.Warned;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;

/** Which notices an event is. */
public final class Notices {
    private Notices() {}

    /** @param position of the event in the log */
    public static List<Notice> of(DomainEventMessage<?> event, long position) {
        return switch (event.getPayload()) {
            case PostAdded added -> mentions(added, event, position);
            case MemberEvent change -> discipline(change, event, position);
            case CaseActioned actioned ->
                actioned.told().stream()
                        .<Notice>map(reporter -> new Upheld(
                                place(reporter, event, position),
                                actioned.caseId().file().reported()))
                        .toList();
            default -> List.of();
        };
    }

    /** Those whom a post speaks of were found to take it when it was accepted. */
    private static List<Notice> mentions(PostAdded added, DomainEventMessage<?> event, long position) {
        var post = new PostId(added.topicId(), added.number(), event.getSequenceNumber());
        return added.mentions().stream()
                .<Notice>map(person -> new Mentioned(place(person, event, position), post, added.author()))
                .toList();
    }

    private static List<Notice> discipline(MemberEvent change, DomainEventMessage<?> event, long position) {
        Place place = place(change.member(), event, position);
        if (change instanceof MemberWarned warned) {
            return List.of(new Warned(place, warned.action(), warned.reason()));
        }
        if (change instanceof SanctionImposed imposed) {
            return List.of(
                    new Sanctioned(place, imposed.action(), imposed.sanction(), imposed.reason(), imposed.until()));
        }
        if (change instanceof SanctionEnded ended) {
            return List.of(new Freed(place, ended.action(), ended.sanction(), false));
        }
        return change instanceof SanctionLifted lifted
                ? List.of(new Freed(place, lifted.action(), lifted.sanction(), true))
                : List.of();
    }

    private static Place place(UserId to, DomainEventMessage<?> event, long position) {
        return new Place(to, position, event.getTimestamp());
    }
}
