package dev.parley.kernel.moderation;

import dev.parley.kernel.PersonalText;
import java.time.Instant;
import java.util.Optional;

/**
 * What a report points at, as it was when it was filed, whatever became of it since.
 *
 * @param stream where it stands in the log
 * @param sequence place of the last event of that stream that made it what it was
 * @param content what it said, by its author; nothing for a private conversation, which is read with a reason, for a
 *     user, and where an earlier report in the case has shown the same
 * @param writtenAt when it was said like that; for a conversation when the last message of it was
 */
public record Evidence(
        Subject subject, String stream, long sequence, Optional<PersonalText> content, Optional<Instant> writtenAt) {
    /** The same, as it is kept where an earlier report has shown it. */
    public Evidence withoutContent() {
        return new Evidence(subject, stream, sequence, Optional.empty(), writtenAt);
    }
}
