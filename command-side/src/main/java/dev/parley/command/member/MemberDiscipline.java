package dev.parley.command.member;

import dev.parley.command.CommandRejected;
import dev.parley.command.Discipline;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.member.ActionId;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.Sanction;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.moderation.ActionType;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

/** Keeps with each person what was done about them. */
@Component
class MemberDiscipline implements Discipline {
    private final Repository<Member> members;
    private final Clock clock;

    MemberDiscipline(Repository<Member> members, Clock clock) {
        this.members = members;
        this.clock = clock;
    }

    @Override
    public ActionId act(Actor moderator, UserId person, ActionType type, String reason, Optional<Instant> until)
            throws Exception {
        Aggregate<Member> member = members.loadOrCreate(person.value(), Member::new);
        CommandRejected.unless(member.invoke(Member::joined), Rejection.UNKNOWN_USER, "This person never came.");
        member.invoke(Member::rank).requireUnder(moderator);
        return member.invoke(disciplined -> type.sanction()
                .map(sanction -> disciplined.impose(sanction, reason, until))
                .orElseGet(() -> disciplined.warn(reason)));
    }

    @Override
    public boolean isReplaced(ActionId action, Sanction kind) throws Exception {
        return members.loadOrCreate(action.member().value(), Member::new)
                .invoke(Member::current)
                .isReplaced(action, kind, clock.instant());
    }

    @Override
    public boolean lift(Actor moderator, ActionId action) throws Exception {
        Aggregate<Member> member = members.loadOrCreate(action.member().value(), Member::new);
        member.invoke(Member::rank).requireUnder(moderator);
        return member.invoke(disciplined -> disciplined.lift(action, clock.instant()));
    }
}
