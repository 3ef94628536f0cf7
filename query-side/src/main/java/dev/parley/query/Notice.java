package dev.parley.query;

import dev.parley.kernel.forum.PostId;
import dev.parley.kernel.member.ActionId;
import dev.parley.kernel.member.Sanction;
import dev.parley.kernel.member.UserId;
import java.time.Instant;
import java.util.Optional;

/** Something that one person is told on their own stream, and finds there when they come back. */
public sealed interface Notice {
    /** Where in the log it happened, when, and who is told. */
    record Place(UserId to, long position, Instant at) {}

    Place place();

    /** A post in the forum speaks of them. */
    record Mentioned(Place place, PostId post, UserId author) implements Notice {}

    /** A moderator has warned them. */
    record Warned(Place place, ActionId action, String reason) implements Notice {}

    /** A moderator has imposed a sanction on them, until its end or for good. */
    record Sanctioned(Place place, ActionId action, Sanction sanction, String reason, Optional<Instant> until)
            implements Notice {}

    /** A sanction of theirs has ended by itself, or was lifted. */
    record Freed(Place place, ActionId action, Sanction sanction, boolean lifted) implements Notice {}

    /** Somebody whom they had reported was banned. */
    record Upheld(Place place, UserId reported) implements Notice {}
}
