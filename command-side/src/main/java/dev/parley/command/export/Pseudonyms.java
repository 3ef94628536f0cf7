package dev.parley.command.export;

import dev.parley.command.PseudonymKeys;
import dev.parley.kernel.member.UserId;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** The names of people for those who are not to know who they are: the same as in exports of events. */
@Component
public class Pseudonyms {
    private final PseudonymKeys keys;

    Pseudonyms(PseudonymKeys keys) {
        this.keys = keys;
    }

    /** What everybody is called under this key; for one thread. */
    public Function<UserId, String> under(ExportKey key) {
        return new Pseudonymous(keys.of(key.full()))::person;
    }
}
