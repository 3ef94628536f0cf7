package dev.parley.command;

import dev.parley.kernel.Rejection;
import dev.parley.kernel.member.Imposed;
import dev.parley.kernel.member.Standing;

/** Refuses what a sanction keeps people from, and tells them why and until when. */
public final class Sanctioned {
    private Sanctioned() {}

    /**
     * The refusal by this rule, with reason and end if it is a sanction's.
     *
     * @param detail what is refused
     */
    public static CommandRejected refusal(Rejection rule, Standing person, String detail) {
        return person.imposedBy(rule)
                .map(imposed -> refusal(rule, imposed, detail))
                .orElseGet(() -> new CommandRejected(rule, detail));
    }

    private static CommandRejected refusal(Rejection rule, Imposed imposed, String detail) {
        String told = detail + " A moderator has decided so: " + imposed.reason();
        return imposed.until()
                .map(end -> new CommandRejected(rule, told, end))
                .orElseGet(() -> new CommandRejected(rule, told));
    }
}
