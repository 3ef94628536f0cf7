package dev.parley.query;

import dev.parley.kernel.member.UserId;

/** What people are called at present. */
public interface Names extends Naming {
    /** This person with their username. Reads the log, and so waits, the first time one is asked for. */
    PersonView person(UserId id);

    /** Changes whenever somebody is renamed: what was built with names is right while it stays the same. */
    long renames();
}
