package dev.parley.command.export;

import dev.parley.kernel.member.UserId;
import java.util.LinkedHashSet;
import java.util.Set;

/** Tells somebody what is theirs, in private or not, and notes who is named in it. */
class ToOneself extends Named {
    private final Set<UserId> people = new LinkedHashSet<>();

    Set<UserId> people() {
        return people;
    }

    @Override
    public String person(UserId person) {
        people.add(person);
        return super.person(person);
    }

    @Override
    public Disclosure inPrivate() {
        return this;
    }
}
