package dev.parley.command.relations;

import dev.parley.command.CommandRejected;
import dev.parley.command.Sanctioned;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.member.Sanction;
import dev.parley.kernel.member.Standing;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** What keeps people from following others anew. */
final class FollowRules {
    private static final List<Sanction> CLOSING = List.of(Sanction.ACCOUNT_BAN, Sanction.RESTRICTION);

    private FollowRules() {}

    /** @throws CommandRejected by the first rule that keeps the person from it */
    static void requireMayFollow(Standing person, Instant now) {
        Set<Sanction> sanctions = person.sanctions(now);
        CLOSING.stream().filter(sanctions::contains).findFirst().ifPresent(sanction -> {
            throw Sanctioned.refusal(sanction.rule(), person, "You may follow nobody now.");
        });
        CommandRejected.unless(!person.kid(), Rejection.KID_MODE, "In kid mode nobody is followed.");
    }
}
