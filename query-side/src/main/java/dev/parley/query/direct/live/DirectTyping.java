package dev.parley.query.direct.live;

import dev.parley.kernel.direct.ConversationId;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.UserId;
import dev.parley.query.PersonView;
import dev.parley.query.ReadRefused;
import dev.parley.query.direct.ConversationPageView;
import dev.parley.query.direct.ConversationQuery.FindConversation;
import dev.parley.query.live.Outbox;
import dev.parley.query.live.Passing.TypesInConversation;
import dev.parley.query.live.Passing.Typing;
import dev.parley.query.live.TypingListener;
import dev.parley.query.live.TypingPace;
import java.util.concurrent.CompletableFuture;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.stereotype.Component;

/** Tells people, at whichever node they listen, that the other one in a conversation of theirs is typing. */
@Component
public class DirectTyping implements TypingListener {
    private final PersonalStreams people;
    private final DirectFrames frames;
    private final QueryGateway queries;
    private final Discretion discretion;
    private final Outbox outbox;
    private final TypingPace pace;

    DirectTyping(
            PersonalStreams people,
            DirectFrames frames,
            QueryGateway queries,
            Discretion discretion,
            Outbox outbox,
            TypingPace pace) {
        this.people = people;
        this.frames = frames;
        this.queries = queries;
        this.discretion = discretion;
        this.outbox = outbox;
        this.pace = pace;
    }

    /**
     * Tells the other one that somebody is typing in their conversation, at most every 2 s.
     *
     * @return fails with {@link ReadRefused} when it is none of theirs, and by the rule that keeps them from writing there
     */
    public CompletableFuture<Void> typing(ConversationId conversation, Actor actor, PersonView person) {
        var sign = new TypesInConversation(conversation, person, actor.moderates());
        return queries.query(FindConversation.newest(conversation, actor.id(), 1), ConversationPageView.class)
                .thenCompose(theirs -> requireWriter(sign))
                .thenRun(() -> {
                    if (pace.passes(sign)) {
                        tell(sign);
                        outbox.types(sign);
                    }
                });
    }

    @Override
    public void on(Typing sign) {
        if (sign instanceof TypesInConversation here && people.isHeard(other(here))) {
            requireWriter(here).thenRun(() -> {
                if (pace.passes(here)) {
                    tell(here);
                }
            });
        }
    }

    private void tell(TypesInConversation sign) {
        people.tell(other(sign), frames.typing(sign.conversation(), sign.person()));
    }

    private CompletableFuture<Void> requireWriter(TypesInConversation sign) {
        UserId other = other(sign);
        return discretion
                .refusesWriting(sign.typist(), sign.moderator(), other)
                .thenAccept(refused -> refused.ifPresent(rule -> {
                    throw new ReadRefused(rule, sign.typist() + " may not write to " + other);
                }));
    }

    private static UserId other(TypesInConversation sign) {
        return sign.conversation().other(sign.typist());
    }
}
