package dev.parley.query;

import dev.parley.kernel.member.UserId;

/**
 * A person's id as the name of a field, which takes neither dots nor dollars; no user id has a {@code ~} of its own.
 */
public final class PersonField {
    private PersonField() {}

    public static String of(UserId person) {
        return person.value().replace(".", "~d").replace("$", "~s");
    }

    public static UserId person(String field) {
        return new UserId(field.replace("~s", "$").replace("~d", "."));
    }
}
