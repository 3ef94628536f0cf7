package dev.parley.command.forum;

import dev.parley.command.CommandRejected;
import dev.parley.command.log.Standings;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.forum.ForumPolicy;
import dev.parley.kernel.member.Actor;
import org.springframework.stereotype.Component;

/** Asks the {@link ForumPolicy} about people as they stand at this moment. Services are no people, and write nothing. */
@Component
class Writers {
    private final Standings standings;

    Writers(Standings standings) {
        this.standings = standings;
    }

    /** @throws CommandRejected by the rule that keeps the actor from posts, edits and reactions */
    void requireMayWrite(Actor actor) {
        requirePerson(actor);
        ForumPolicy.refusesWriting(standings.of(actor.id()), actor.moderates()).ifPresent(Writers::refuse);
    }

    /** @throws CommandRejected by the rule that keeps the actor from starting a topic */
    void requireMayStart(Actor actor) {
        requirePerson(actor);
        ForumPolicy.refusesTopic(standings.of(actor.id()), actor.moderates()).ifPresent(Writers::refuse);
    }

    private static void refuse(Rejection rule) {
        throw new CommandRejected(rule, "You may not write in the forum now.");
    }

    private static void requirePerson(Actor actor) {
        CommandRejected.unless(
                !actor.isService(), Rejection.NOT_ALLOWED, "A service is no person, and writes no posts.");
    }
}
