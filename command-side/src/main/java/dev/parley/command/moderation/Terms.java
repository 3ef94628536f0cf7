package dev.parley.command.moderation;

import dev.parley.kernel.InvalidValue;
import dev.parley.kernel.moderation.ActionType;
import dev.parley.kernel.moderation.Term;
import java.util.Optional;

/** Which actions have a term. */
final class Terms {
    private Terms() {}

    /** @throws InvalidValue if a warning, which keeps nobody from anything, is to end */
    static void requireFits(ActionType type, Optional<Term> term) {
        InvalidValue.unless(
                term.isEmpty() || type.sanction().isPresent(), "duration", "nothing: a warning does not end");
    }
}
