package dev.parley.api.direct;

import dev.parley.api.direct.ComposedView.Summary;
import dev.parley.api.identity.Caller;
import dev.parley.command.Outcome;
import dev.parley.kernel.direct.ConversationEvent.DirectMessageSent;
import dev.parley.kernel.member.UserId;
import dev.parley.query.Names;
import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What a first message is answered with: where it stands, and with whom that is. */
@Component
class DirectAnswers {
    private final Names names;

    DirectAnswers(Names names) {
        this.names = names;
    }

    Mono<ComposedView> composed(Outcome outcome, Caller sender) {
        DirectMessageSent sent =
                outcome.first(DirectMessageSent.class).orElseThrow().event();
        UserId recipient = sent.recipient();
        return Mono.fromFuture(() -> names.people(Set.of(recipient)))
                .map(people -> new Summary(sent.conversationId().value(), people.get(recipient)))
                .map(summary -> new ComposedView(summary, SentMessage.view(outcome, sender)));
    }
}
