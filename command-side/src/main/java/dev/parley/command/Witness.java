package dev.parley.command;

import dev.parley.kernel.InvalidValue;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.moderation.Evidence;
import dev.parley.kernel.moderation.Subject;
import java.util.Set;

/** Tells what a report points at, as it is at the moment, to those who may know it. Services may know everything. */
public interface Witness {
    /** What it can tell of. */
    Set<Subject.Kind> kinds();

    /**
     * @param subject of one of those kinds
     * @throws CommandRejected as unknown if there is no such thing, and by the rule that keeps the reporter from it
     * @throws InvalidValue if the id is of something else, or the thing is not the reported person's
     * @throws Exception what loading it failed with
     */
    Evidence tell(Subject subject, Actor reporter, UserId reported) throws Exception;

    /** @throws InvalidValue unless the author is the one who is reported */
    static void requireAuthor(UserId author, UserId reported) {
        InvalidValue.unless(author.equals(reported), "subject/id", "the id of something by the reported person");
    }
}
