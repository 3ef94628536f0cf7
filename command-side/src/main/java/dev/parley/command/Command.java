package dev.parley.command;

import dev.parley.kernel.Rejection;
import dev.parley.kernel.member.Actor;

/** Something that somebody asks for. */
public interface Command {
    /** Who asks. */
    Actor actor();

    /** Why, in the words of a moderator; empty where none was given. */
    default String reason() {
        return "";
    }

    /** The rule that refuses the command when nothing has the id that it names. */
    default Rejection whenUnknown() {
        return Rejection.UNKNOWN_ROOM;
    }
}
