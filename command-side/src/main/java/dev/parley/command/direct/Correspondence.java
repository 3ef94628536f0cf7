package dev.parley.command.direct;

import dev.parley.command.CommandRejected;
import dev.parley.command.Sanctioned;
import dev.parley.command.log.CurrentTies;
import dev.parley.command.log.Standings;
import dev.parley.kernel.direct.WritingPolicy;
import dev.parley.kernel.direct.WritingPolicy.Between;
import dev.parley.kernel.direct.WritingPolicy.Party;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.Standing;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.relations.Ties;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Asks the {@link WritingPolicy} about two people as they stand, and what is between them, at this moment. */
@Component
class Correspondence {
    private final Standings standings;
    private final CurrentTies ties;
    private final Clock clock;

    Correspondence(Standings standings, CurrentTies ties, Clock clock) {
        this.standings = standings;
        this.ties = ties;
        this.clock = clock;
    }

    Standing standingOf(UserId person) {
        return standings.of(person);
    }

    /**
     * @param toModerator whether the recipient has written there as a moderator
     * @throws CommandRejected by the rule that keeps the sender from writing in the conversation that the two have
     */
    void requireMayGoOn(Actor sender, UserId recipient, boolean toModerator) {
        Party to = Party.of(standings.of(recipient), toModerator, clock.instant());
        requireAllowed(sender, to, between(sender.id(), recipient, ties.of(sender.id()), true));
    }

    /**
     * @param own the sender's ties
     * @throws CommandRejected by the rule that keeps the sender from beginning a conversation
     */
    void requireMayBegin(Actor sender, UserId recipient, Ties own) {
        Party to = Party.of(standings.of(recipient), false, clock.instant());
        requireAllowed(sender, to, between(sender.id(), recipient, own, false));
    }

    private Between between(UserId sender, UserId recipient, Ties own, boolean conversing) {
        Ties theirs = ties.of(recipient);
        return new Between(conversing, own.blocks(recipient), theirs.blocks(sender), theirs.follows(sender));
    }

    private void requireAllowed(Actor sender, Party to, Between between) {
        Standing writing = standings.of(sender.id());
        Party from = Party.of(writing, sender.moderates(), clock.instant());
        WritingPolicy.refuses(from, to, between).ifPresent(rule -> {
            throw Sanctioned.refusal(rule, writing, "You may not write to this person now.");
        });
    }
}
