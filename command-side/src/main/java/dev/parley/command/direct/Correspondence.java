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
import java.time.Instant;
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

    /** @throws CommandRejected by the rule that keeps the sender from writing in the conversation that the two have */
    void requireMayGoOn(Actor sender, UserId recipient) {
        requireAllowed(sender, recipient, ties.of(sender.id()), true);
    }

    /**
     * @param own the sender's ties
     * @throws CommandRejected by the rule that keeps the sender from beginning a conversation
     */
    void requireMayBegin(Actor sender, UserId recipient, Ties own) {
        requireAllowed(sender, recipient, own, false);
    }

    private void requireAllowed(Actor sender, UserId recipient, Ties own, boolean conversing) {
        Ties theirs = ties.of(recipient);
        var between =
                new Between(conversing, own.blocks(recipient), theirs.blocks(sender.id()), theirs.follows(sender.id()));
        Instant now = clock.instant();
        Standing writing = standings.of(sender.id());
        Party from = Party.of(writing, sender.moderates(), now);
        Party to = Party.of(standings.of(recipient), false, now);
        WritingPolicy.refuses(from, to, between).ifPresent(rule -> {
            throw Sanctioned.refusal(rule, writing, "You may not write to this person now.");
        });
    }
}
