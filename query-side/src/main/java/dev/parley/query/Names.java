package dev.parley.query;

import dev.parley.kernel.member.UserId;

/** What people are called at the moment. */
@FunctionalInterface
public interface Names {
    /** The person's username, from memory but for the first time; the id itself for one who is no person. */
    String of(UserId id);

    default PersonView person(UserId id) {
        return PersonView.of(id, of(id));
    }
}
