package dev.parley.api.moderation;

import dev.parley.api.moderation.HistoryView.HistoryEventView;
import dev.parley.command.CommandRejected;
import dev.parley.command.History;
import dev.parley.command.History.Event;
import dev.parley.command.History.Question;
import dev.parley.command.History.Told;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.moderation.StreamKind;
import dev.parley.kernel.past.AsOf;
import dev.parley.query.Names;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Shows single events of the log as histories show them. */
@Component
public class StoredEvent {
    private final History history;
    private final Names names;

    StoredEvent(History history, Names names) {
        this.history = history;
        this.names = names;
    }

    /**
     * The event at a place of a stream; empty where histories do not show it, or not to this viewer.
     *
     * @param aggregate type of what the stream is about
     */
    public Mono<HistoryEventView> find(Actor viewer, String aggregate, String stream, long place) {
        return Mono.justOrEmpty(StreamKind.ofAggregate(aggregate))
                .flatMap(kind -> told(new Question(viewer, kind, stream, new AsOf.Now(), place - 1, 1)))
                .flatMapIterable(Told::events)
                .filter(event -> event.sequence() == place)
                .next()
                .flatMap(this::shown);
    }

    private Mono<HistoryEventView> shown(Event event) {
        UserId actor = HistoryView.actor(event);
        return Mono.fromFuture(() -> names.people(Set.of(actor)))
                .map(people -> HistoryEventView.of(event, people.get(actor)));
    }

    private Mono<Told> told(Question question) {
        return Mono.fromFuture(() -> history.of(question))
                .onErrorResume(CommandRejected.class, refused -> Mono.just(Optional.empty()))
                .flatMap(Mono::justOrEmpty);
    }
}
