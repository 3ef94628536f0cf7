package dev.parley.command.member;

import dev.parley.command.CommandRejected;
import dev.parley.command.KnownNames;
import dev.parley.command.LatestEvents;
import dev.parley.command.Witness;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.MemberEvent;
import dev.parley.kernel.member.MemberEvent.MemberJoined;
import dev.parley.kernel.member.MemberEvent.MemberRenamed;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.member.Username;
import dev.parley.kernel.moderation.Evidence;
import dev.parley.kernel.moderation.Subject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Tells where a person has got the name under which they are reported. */
@Component
class MemberWitness implements Witness {
    private static final List<Class<? extends MemberEvent>> NAMINGS = List.of(MemberJoined.class, MemberRenamed.class);

    private final KnownNames names;
    private final LatestEvents events;

    MemberWitness(KnownNames names, LatestEvents events) {
        this.names = names;
        this.events = events;
    }

    @Override
    public Set<Subject.Kind> kinds() {
        return Set.of(Subject.Kind.USER);
    }

    @Override
    public Evidence tell(Subject subject, Actor reporter, UserId reported) {
        UserId person = UserId.shownAs(subject.id())
                .or(() -> names.find(new Username(subject.id())))
                .orElseThrow(MemberWitness::unknown);
        Witness.requireAuthor(person, reported);
        String stream = person.value();
        long sequence = events.find(stream, LatestEvents.BEFORE_ALL, NAMINGS, naming -> true)
                .orElseThrow(MemberWitness::unknown)
                .sequence();
        return new Evidence(subject, stream, sequence, Optional.empty(), Optional.empty());
    }

    private static CommandRejected unknown() {
        return new CommandRejected(Rejection.UNKNOWN_USER, "Nobody is called so.");
    }
}
