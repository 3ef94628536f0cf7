package dev.parley.query.direct.live;

import dev.parley.kernel.Rejection;
import dev.parley.kernel.direct.WritingPolicy;
import dev.parley.kernel.direct.WritingPolicy.Between;
import dev.parley.kernel.direct.WritingPolicy.Party;
import dev.parley.kernel.member.Standing;
import dev.parley.kernel.member.UserId;
import dev.parley.query.BlockLists;
import dev.parley.query.FollowLists;
import dev.parley.query.Standings;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.springframework.stereotype.Component;

/** What one of two people may notice of the other while they converse. */
@Component
class Discretion {
    private final BlockLists blocks;
    private final FollowLists follows;
    private final Standings standings;
    private final Clock clock;

    Discretion(BlockLists blocks, FollowLists follows, Standings standings, Clock clock) {
        this.clock = clock;
        this.blocks = blocks;
        this.follows = follows;
        this.standings = standings;
    }

    /** Whether one may know what the other has read: not past a block, whichever of the two it is from. */
    CompletableFuture<Boolean> mayNotice(UserId one, UserId other) {
        return blocks.blockedBy(one)
                .thenCombine(
                        blocks.blockedBy(other), (byOne, byOther) -> !byOne.contains(other) && !byOther.contains(one));
    }

    /** Whether the forum is open to somebody who does not moderate it. */
    CompletableFuture<Boolean> mayReadForum(UserId person) {
        return standings.standing(person).thenApply(standing -> !standing.kid());
    }

    /** The rule that keeps somebody from writing in the conversation that the two have, if any does. */
    CompletableFuture<Optional<Rejection>> refusesWriting(UserId writer, boolean moderator, UserId other) {
        return between(writer, other)
                .thenCombine(
                        standings.standing(writer).thenCombine(standings.standing(other), Two::new),
                        (between, two) -> WritingPolicy.refuses(
                                Party.of(two.writer(), moderator, clock.instant()),
                                Party.of(two.other(), false, clock.instant()),
                                between));
    }

    private CompletableFuture<Between> between(UserId writer, UserId other) {
        return blocks.blockedBy(writer)
                .thenCombine(
                        blocks.blockedBy(other),
                        (own, theirs) -> new Between(true, own.contains(other), theirs.contains(writer), false))
                .thenCombine(
                        follows.followedBy(other),
                        (known, followed) ->
                                new Between(true, known.blocking(), known.blocked(), followed.containsKey(writer)));
    }

    private record Two(Standing writer, Standing other) {}
}
