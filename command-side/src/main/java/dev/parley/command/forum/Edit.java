package dev.parley.command.forum;

import dev.parley.kernel.PersonalText;
import dev.parley.kernel.forum.TopicId;
import java.time.Instant;

/** That somebody wrote a post of theirs anew, and the print of what it says since. */
record Edit(TopicId topic, long number, Instant at, PersonalText textPrint) {}
