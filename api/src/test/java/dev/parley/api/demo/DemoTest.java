package dev.parley.api.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.command.Command;
import dev.parley.command.Commands;
import dev.parley.command.Origin;
import dev.parley.command.Outcome;
import dev.parley.command.Outcome.Recorded;
import dev.parley.command.member.MemberCommand.Appear;
import dev.parley.command.room.RoomCommand.OpenRoom;
import dev.parley.command.room.RoomCommand.PostMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

class DemoTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Duration LONG = Duration.ofHours(1);
    private static final int FLOOD_LINES = 5;
    private static final long FLOOD_MILLIS = 10_000;

    private final List<Command> sent = new ArrayList<>();
    private final Map<String, Outcome> known = new HashMap<>();
    private Instant now = NOON;

    @Test
    void hasEverybodyAppearBeforeTheRoomsAreOpenedAndTheLinesAreSaid() {
        List<DemoLine> script = DemoScript.read();
        assertThat(played(script)).isEqualTo(script.size());
        assertThat(sent.stream().map(Command::getClass).distinct().toList())
                .isEqualTo(List.of(Appear.class, OpenRoom.class, PostMessage.class));
        assertThat(sent.stream().filter(OpenRoom.class::isInstance)).hasSize(3);
        assertThat(sent.stream().filter(PostMessage.class::isInstance)).hasSize(script.size());
    }

    @Test
    void playsNothingAgainAfterARestart() {
        List<DemoLine> script = DemoScript.read();
        played(script);
        now = NOON.plusSeconds(600);
        assertThat(played(script)).isZero();
    }

    @Test
    void playsWhatIsMissingAfterARestart() {
        List<DemoLine> script = DemoScript.read();
        played(script.subList(0, 100));
        now = NOON.plusSeconds(600);
        assertThat(played(script)).isEqualTo(script.size() - 100);
    }

    @Test
    void nobodySaysMoreThanTheFloodRuleAllows() {
        long at = 0;
        Map<String, List<Long>> said = new HashMap<>();
        for (DemoLine line : DemoScript.read()) {
            List<Long> times = said.computeIfAbsent(line.room() + line.user(), any -> new ArrayList<>());
            long since = at - FLOOD_MILLIS;
            assertThat(times.stream().filter(time -> time > since))
                    .as(line.content())
                    .hasSizeLessThan(FLOOD_LINES);
            times.add(at);
            at += line.pauseMillis();
        }
    }

    @Test
    void tellsHowToWatchEachRoom() {
        List<DemoLine> script = DemoScript.read();
        Set<String> rooms = new HashSet<>();
        script.forEach(line -> rooms.add(line.roomId().value()));
        String guide = DemoGuide.toWatch(script, "8099");
        assertThat(guide).contains("http://localhost:8099/dev/token").contains(rooms);
    }

    private long played(List<DemoLine> script) {
        var demo = new Demo(new Remembering(), Clock.fixed(now, ZoneOffset.UTC), script);
        var count = new ArrayList<Long>();
        StepVerifier.withVirtualTime(() -> demo.play(Duration.ofSeconds(5)))
                .thenAwait(LONG)
                .consumeNextWith(count::add)
                .verifyComplete();
        return count.getFirst();
    }

    /** Accepts everything, and answers a key that it knows as it did the first time. */
    private final class Remembering implements Commands {
        @Override
        public CompletableFuture<Outcome> send(Command command, Origin origin) {
            sent.add(command);
            Outcome outcome = new Outcome(List.of(new Recorded<>(command, "any", 0, now)), 0);
            return CompletableFuture.completedFuture(
                    origin.key().isEmpty()
                            ? outcome
                            : known.computeIfAbsent(command.actor().id() + origin.key(), any -> outcome));
        }
    }
}
