package dev.parley.command.forum;

import dev.parley.command.CommandRejected;
import dev.parley.command.Sanctioned;
import dev.parley.command.log.Standings;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.forum.ForumPolicy;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.Standing;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Asks the {@link ForumPolicy} about people as they stand at this moment. Services are no people, and write nothing. */
@Component
class Writers {
    private final Standings standings;
    private final Clock clock;

    Writers(Standings standings, Clock clock) {
        this.standings = standings;
        this.clock = clock;
    }

    /** @throws CommandRejected by the rule that keeps the actor from posts, edits and reactions */
    void requireMayWrite(Actor actor) {
        requirePerson(actor);
        Standing person = standings.of(actor.id());
        ForumPolicy.refusesWriting(person, actor.moderates(), clock.instant()).ifPresent(rule -> refuse(rule, person));
    }

    /** @throws CommandRejected by the rule that keeps the actor from starting a topic */
    void requireMayStart(Actor actor) {
        requirePerson(actor);
        Standing person = standings.of(actor.id());
        ForumPolicy.refusesTopic(person, actor.moderates(), clock.instant()).ifPresent(rule -> refuse(rule, person));
    }

    private static void refuse(Rejection rule, Standing person) {
        throw Sanctioned.refusal(rule, person, "You may not write in the forum now.");
    }

    private static void requirePerson(Actor actor) {
        CommandRejected.unless(
                !actor.isService(), Rejection.NOT_ALLOWED, "A service is no person, and writes no posts.");
    }
}
