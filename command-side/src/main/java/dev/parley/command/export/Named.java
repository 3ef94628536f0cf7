package dev.parley.command.export;

import dev.parley.kernel.PersonalText;
import dev.parley.kernel.member.UserId;
import java.util.Optional;

/** Tells names, and what people wrote where others read it. */
class Named implements Disclosure {
    @Override
    public String person(UserId person) {
        return person.value();
    }

    @Override
    public String username(String username) {
        return username;
    }

    @Override
    public String thing(String kind, String id) {
        return id;
    }

    @Override
    public Optional<String> text(PersonalText text) {
        return Optional.of(text.text());
    }

    @Override
    public Optional<String> words(String words) {
        return Optional.of(words);
    }

    @Override
    public Disclosure inPrivate() {
        return new Named() {
            @Override
            public Optional<String> text(PersonalText text) {
                return Optional.empty();
            }
        };
    }
}
