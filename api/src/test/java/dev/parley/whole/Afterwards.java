package dev.parley.whole;

import dev.parley.kernel.Envelope;
import dev.parley.kernel.PersonalText;
import dev.parley.kernel.member.ActionId;
import dev.parley.kernel.member.MemberEvent.MemberJoined;
import dev.parley.kernel.member.MemberEvent.SanctionEnded;
import dev.parley.kernel.member.MemberEvent.SanctionImposed;
import dev.parley.kernel.member.MemberEvent.UsernameLost;
import dev.parley.kernel.member.Sanction;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.member.Username;
import dev.parley.kernel.moderation.CaseEvent.InquiryLapsed;
import dev.parley.kernel.moderation.CaseEvent.InquiryOpened;
import dev.parley.kernel.moderation.CaseEvent.ReportFiled;
import dev.parley.kernel.moderation.CaseFileId;
import dev.parley.kernel.moderation.CaseId;
import dev.parley.kernel.moderation.ReportType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;

/** What happens to somebody when time has passed, as it would follow a log: their ban is over, their name is another's. */
final class Afterwards {
    private static final Instant LATER = Instant.parse("2100-01-01T00:00:00Z");
    private static final UserId LEE = new UserId("dev-lee");
    private static final UserId MIA = new UserId("dev-mia");
    private static final ActionId BAN = new ActionId(LEE, 1);
    private static final CaseId CASE = new CaseId(new CaseFileId(ReportType.CHAT.kind(), LEE), 1);

    private final List<TrackedEventMessage<?>> log;
    private long position;

    private Afterwards(List<TrackedEventMessage<?>> log) {
        this.log = new ArrayList<>(log);
        this.position = log.getLast().trackingToken().position().orElseThrow();
    }

    /** The log, and that behind it. */
    static List<TrackedEventMessage<?>> of(List<TrackedEventMessage<?>> log) {
        var after = new Afterwards(log);
        after.happens(
                "Member",
                LEE.value(),
                new MemberJoined(LEE, new Username("lee"), LATER),
                new SanctionImposed(LEE, BAN, Sanction.CHAT_BAN, "rude", Optional.of(LATER)),
                new SanctionEnded(LEE, BAN, Sanction.CHAT_BAN),
                new UsernameLost(LEE));
        after.happens(
                "CaseFile",
                CASE.file().toString(),
                new ReportFiled(
                        CASE,
                        1,
                        MIA,
                        ReportType.CHAT,
                        new PersonalText(MIA, "is rude"),
                        Optional.empty(),
                        Optional.empty()),
                new InquiryOpened(CASE, MIA, 1, LATER),
                new InquiryLapsed(CASE, MIA, 1));
        return after.log;
    }

    private void happens(String aggregate, String stream, Object... events) {
        for (int sequence = 0; sequence < events.length; sequence++) {
            position++;
            var event = new GenericDomainEventMessage<>(
                    aggregate,
                    stream,
                    sequence,
                    events[sequence],
                    Map.of(Envelope.ACTOR, UserId.SYSTEM.value()),
                    "later-" + position,
                    LATER.plusSeconds(position));
            log.add(new GenericTrackedDomainEventMessage<>(new GlobalSequenceTrackingToken(position), event));
        }
    }
}
