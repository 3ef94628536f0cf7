package dev.parley.command;

import dev.parley.kernel.member.UserId;
import dev.parley.kernel.relations.Ties;

/** With whom somebody begins to converse: kept with their relations, in the unit of work of the command that begins. */
public interface Contacts {
    /**
     * The person's ties, which nobody changes until the unit of work has ended.
     *
     * @throws Exception what loading them failed with
     */
    Ties hold(UserId person) throws Exception;

    /**
     * Keeps that the person has begun a conversation.
     *
     * @throws Exception what loading their relations failed with
     */
    void add(UserId person, UserId other) throws Exception;
}
