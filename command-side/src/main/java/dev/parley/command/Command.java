package dev.parley.command;

import dev.parley.kernel.member.Actor;

/** Something that somebody asks for. */
public interface Command {
    /** Who asks. */
    Actor actor();

    /** Why, in the words of a moderator; empty where none was given. */
    default String reason() {
        return "";
    }
}
