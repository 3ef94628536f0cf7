package dev.parley.kernel.forum;

import dev.parley.kernel.PersonalText;
import dev.parley.kernel.Repetition;
import dev.parley.kernel.member.UserId;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * That somebody wrote in the forum, kept with the person: the rules for the next topic or post look at it. A print of a
 * text tells whether another is the same; it is kept like the text itself, since a short text could be guessed from it.
 */
public sealed interface ContributionEvent {
    UserId person();

    default ContributionsId contributionsId() {
        return ContributionsId.of(person());
    }

    record TopicContributed(UserId person, TopicId topicId, PersonalText titlePrint, PersonalText textPrint)
            implements ContributionEvent {}

    record PostContributed(UserId person, TopicId topicId, long number, PersonalText textPrint)
            implements ContributionEvent {}

    /**
     * They wrote a post of theirs anew.
     *
     * @param addedAt when the post was added
     * @param textPrint of the text to the letter, where those of posts tell no case or white space apart
     * @param roughPrint of the text as those of posts
     */
    @Revision("1")
    record EditContributed(
            UserId person,
            TopicId topicId,
            long number,
            Instant addedAt,
            PersonalText textPrint,
            PersonalText roughPrint)
            implements ContributionEvent {}

    /** They asked, under an idempotency key of its own, for a topic or a post that was there already. */
    record ContributionRepeated(UserId person, String earlierCommand) implements ContributionEvent, Repetition {}
}
