package dev.parley.api.demo;

import dev.parley.command.Command;
import dev.parley.command.CommandRejected;
import dev.parley.command.Commands;
import dev.parley.command.Origin;
import dev.parley.command.Outcome;
import dev.parley.command.StoreUnavailable;
import dev.parley.command.member.MemberCommand.Appear;
import dev.parley.command.room.RoomCommand.OpenRoom;
import dev.parley.command.room.RoomCommand.People;
import dev.parley.command.room.RoomCommand.PostMessage;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.room.ChatText;
import dev.parley.kernel.room.RoomType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Plays a real conversation of a few hundred lines into rooms of its own, at the pace at which people chat. Every line
 * has an idempotency key: after a restart it goes on with what is missing, and once all is there it plays nothing.
 */
@Component
@Profile("demo")
class Demo implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(Demo.class);
    /** Time to start listening. */
    private static final Duration BEFORE_THE_FIRST_LINE = Duration.ofSeconds(5);

    private final Commands commands;
    private final Clock clock;
    private final List<DemoLine> lines;
    private final Disposable.Swap playing = Disposables.swap();

    @Autowired
    Demo(Commands commands, Clock clock) {
        this(commands, clock, DemoScript.read());
    }

    Demo(Commands commands, Clock clock, List<DemoLine> lines) {
        this.commands = commands;
        this.clock = clock;
        this.lines = lines;
    }

    @EventListener
    void begin(ApplicationReadyEvent ready) {
        String port = ready.getApplicationContext().getEnvironment().getProperty("local.server.port", "8080");
        LOG.info(DemoGuide.toWatch(lines, port));
        playing.update(play(BEFORE_THE_FIRST_LINE)
                .subscribe(
                        played -> LOG.info("Demo: {} lines played, the others were there", played),
                        failure -> LOG.warn("Demo: stopped", failure)));
    }

    @Override
    public void destroy() {
        playing.dispose();
    }

    /** Has people and rooms there, waits, and plays what is missing; emits how many lines that were. */
    Mono<Long> play(Duration wait) {
        Instant begin = clock.instant();
        return Flux.concat(people(), rooms())
                .then(Mono.delay(wait))
                .thenMany(Flux.fromIterable(lines).index())
                .concatMap(line -> say(line.getT1(), line.getT2(), begin), 1)
                .count();
    }

    private Flux<Outcome> people() {
        return Flux.fromIterable(lines)
                .map(line -> new Appear(line.author(), line.username(), Instant.EPOCH))
                .distinct()
                .concatMap(appear -> send(appear, Origin.of("demo")));
    }

    private Flux<Outcome> rooms() {
        return Flux.fromIterable(lines)
                .groupBy(DemoLine::team)
                .flatMap(room -> room.map(line -> line.author().id())
                        .collectList()
                        .map(people -> new People(people, List.of()))
                        .map(people -> new OpenRoom(Actor.SYSTEM, RoomType.TEAM, room.key(), people, true)))
                .concatMap(open -> send(open, Origin.of("demo")));
    }

    /** Emits the line if it is new, and then after its pause. */
    private Mono<DemoLine> say(long number, DemoLine line, Instant begin) {
        var command = new PostMessage(line.author(), line.roomId(), new ChatText(line.content()));
        return send(command, new Origin("demo", "demo-" + number, "demo"))
                .filter(outcome ->
                        outcome.events().stream().noneMatch(event -> event.at().isBefore(begin)))
                .delayElement(line.pause())
                .map(outcome -> line);
    }

    private Mono<Outcome> send(Command command, Origin origin) {
        return Mono.fromFuture(() -> commands.send(command, origin))
                .retryWhen(Retry.backoff(5, Duration.ofSeconds(1)).filter(StoreUnavailable.class::isInstance))
                .onErrorResume(CommandRejected.class, refused -> {
                    LOG.warn("Demo: {} was refused: {}", command.getClass().getSimpleName(), refused.getMessage());
                    return Mono.empty();
                });
    }
}
