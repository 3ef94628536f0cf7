package dev.parley.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.command.History.Question;
import dev.parley.command.relations.RelationsCommand.Block;
import dev.parley.command.relations.RelationsCommand.Follow;
import dev.parley.command.relations.RelationsCommand.Unblock;
import dev.parley.command.relations.RelationsCommand.Unfollow;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.Role;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.moderation.StreamKind;
import dev.parley.kernel.past.AsOf;
import dev.parley.kernel.relations.RelationsId;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Random commands, each sequence by another person, beside a model of what they do: the past is what the model was. */
class PastStatesTest {
    private static final Actor MODERATOR = Actor.of(new UserId("mod"), Role.MODERATOR);
    private static final int SEQUENCES = 1_000;
    private static final int MOST_COMMANDS = 6;
    private static final int OTHERS = 3;
    private static final int AT_ONCE = 32;
    private static final long SEED = 20_260_301;
    private static ConfigurableApplicationContext side;

    @BeforeAll
    static void start() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        side = new SpringApplication(CommandSideTest.Side.class)
                .run("--parley.keys.master=" + Base64.getEncoder().encodeToString(key));
    }

    @AfterAll
    static void stop() {
        side.close();
    }

    @Test
    void areThoseOfTheModelAtEachPosition() throws InterruptedException, ExecutionException {
        var turns = new Semaphore(AT_ONCE);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (int number = 0; number < SEQUENCES; number++) {
                var sequence = new Sequence(number);
                turns.acquire();
                running.add(threads.submit(() -> {
                    try {
                        sequence.run();
                    } finally {
                        turns.release();
                    }
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
        }
    }

    /** What the person was to others after the commands so far: nobody else does anything. */
    private record Model(Set<String> follows, Set<String> blocks) {
        Model after(Command command) {
            var follow = new HashSet<>(follows);
            var block = new HashSet<>(blocks);
            switch (command) {
                case Follow asked -> addUnlessIn(block, follow, asked.other().value());
                case Unfollow asked -> follow.remove(asked.other().value());
                case Unblock asked -> block.remove(asked.other().value());
                case Block asked -> {
                    block.add(asked.other().value());
                    follow.remove(asked.other().value());
                }
                default -> throw new IllegalArgumentException(command.toString());
            }
            return new Model(follow, block);
        }

        private static void addUnlessIn(Set<String> keepingOut, Set<String> all, String other) {
            if (!keepingOut.contains(other)) {
                all.add(other);
            }
        }
    }

    private static final class Sequence {
        private final Random random;
        private final Actor person;
        private final List<UserId> others;
        private final TreeMap<Long, Model> past = new TreeMap<>();

        Sequence(int number) {
            random = new Random(SEED + number);
            person = Actor.of(new UserId("person" + number), Role.USER);
            others = IntStream.range(0, OTHERS)
                    .mapToObj(other -> new UserId("other" + number + "-" + other))
                    .toList();
        }

        void run() {
            var model = new Model(Set.of(), Set.of());
            int commands = 1 + random.nextInt(MOST_COMMANDS);
            for (int i = 0; i < commands; i++) {
                Command command = command();
                model = model.after(command);
                remember(command, model);
            }
            past.forEach(this::assertWas);
        }

        private Command command() {
            UserId other = others.get(random.nextInt(OTHERS));
            return switch (random.nextInt(4)) {
                case 0 -> new Unfollow(person, other);
                case 1 -> new Block(person, other);
                case 2 -> new Unblock(person, other);
                default -> new Follow(person, other);
            };
        }

        private void remember(Command command, Model model) {
            try {
                Outcome outcome = side.getBean(Commands.class)
                        .send(command, Origin.of("request"))
                        .join();
                past.put(outcome.position(), model);
            } catch (CompletionException refused) {
                assertThat(refused).hasCauseInstanceOf(CommandRejected.class);
            }
        }

        private void assertWas(long position, Model model) {
            var question = new Question(
                    MODERATOR,
                    StreamKind.RELATION,
                    RelationsId.of(person.id()).value(),
                    new AsOf.Position(position),
                    -1,
                    1);
            Map<?, ?> ties = side.getBean(History.class)
                    .of(question)
                    .join()
                    .<Map<?, ?>>map(told -> (Map<?, ?>) told.state().get("ties"))
                    .orElse(null);
            assertThat(named(ties, "follows"))
                    .as("of %s at %d", person, position)
                    .isEqualTo(model.follows());
            assertThat(named(ties, "blocks"))
                    .as("of %s at %d", person, position)
                    .isEqualTo(model.blocks());
        }

        private static Set<?> named(Map<?, ?> ties, String field) {
            return ties == null ? Set.of() : new HashSet<>((List<?>) ties.get(field));
        }
    }
}
