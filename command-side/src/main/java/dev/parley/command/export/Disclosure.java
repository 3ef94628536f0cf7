package dev.parley.command.export;

import dev.parley.kernel.PersonalText;
import dev.parley.kernel.member.UserId;
import java.util.Optional;

/** How much of people and of what they wrote an export tells. */
interface Disclosure {
    /** Stands for a person wherever they are named. */
    String person(UserId person);

    /** Stands for a username, whatever the case of its letters. */
    String username(String username);

    /**
     * Stands for something that is no person, or for one event.
     *
     * @param kind of what it is: the ids of two kinds have nothing to do with each other
     */
    String thing(String kind, String id);

    /** What a person wrote, if that is told. */
    Optional<String> text(PersonalText text);

    /** Words in clear, if they are told. */
    Optional<String> words(String words);

    /** The same, where people write to each other in private, or for themselves. */
    Disclosure inPrivate();
}
