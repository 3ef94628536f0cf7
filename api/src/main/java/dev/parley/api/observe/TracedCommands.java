package dev.parley.api.observe;

import dev.parley.command.Command;
import dev.parley.command.CommandRejected;
import dev.parley.command.Commands;
import dev.parley.command.Origin;
import dev.parley.command.Outcome;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A span for each command, from its sending until its events are stored, with each of them noted in it. */
final class TracedCommands implements Commands {
    private final Commands commands;
    private final Traces traces;
    private final Clock clock;

    TracedCommands(Commands commands, Traces traces, Clock clock) {
        this.commands = commands;
        this.traces = traces;
        this.clock = clock;
    }

    @Override
    public CompletableFuture<Outcome> send(Command command, Origin origin) {
        if (!traces.has(origin.correlation())) {
            return commands.send(command, origin);
        }
        Span span = traces.follow(
                origin.correlation(), command.getClass().getSimpleName(), SpanKind.INTERNAL, clock.instant());
        return commands.send(command, origin).whenComplete((outcome, failure) -> {
            if (failure == null) {
                outcome.events().forEach(stored -> note(span, stored));
            } else {
                refuse(span, failure);
            }
            span.end();
        });
    }

    @Override
    public CompletableFuture<Optional<Outcome>> earlier(Command command, Origin origin) {
        return commands.earlier(command, origin);
    }

    private static void note(Span span, Outcome.Recorded<?> stored) {
        span.addEvent(
                stored.event().getClass().getSimpleName(),
                Attributes.builder()
                        .put("parley.stream", stored.stream())
                        .put("parley.sequence", stored.sequence())
                        .build(),
                stored.at());
    }

    private static void refuse(Span span, Throwable failure) {
        if (failure instanceof CommandRejected rejected) {
            span.setAttribute("parley.refused", rejected.rule().label());
        } else {
            span.setStatus(StatusCode.ERROR, failure.getClass().getSimpleName());
        }
    }
}
