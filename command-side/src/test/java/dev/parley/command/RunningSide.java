package dev.parley.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.command.member.MemberCommand.Appear;
import dev.parley.kernel.InvalidValue;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.Role;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.member.Username;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The command side as the server starts it, and the words in which tests ask things of it. */
final class RunningSide implements AutoCloseable {
    private final ConfigurableApplicationContext context;
    private final Commands commands;

    /** @param settings {@code --name=value} each */
    RunningSide(String... settings) {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        List<String> all = new ArrayList<>(List.of(
                "--parley.forum.pace.enabled=false",
                "--parley.keys.master=" + Base64.getEncoder().encodeToString(key)));
        all.addAll(List.of(settings));
        context = new SpringApplication(CommandSideTest.Side.class).run(all.toArray(String[]::new));
        commands = context.getBean(Commands.class);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Somebody who has just come, under a name that is their id. */
    Actor join() {
        String id = UUID.randomUUID().toString();
        Actor person = Actor.of(new UserId(id), Role.USER);
        send(new Appear(person, new Username(id), Instant.EPOCH));
        return person;
    }

    CompletableFuture<Outcome> begin(Command command) {
        return commands.send(command, Origin.of("request"));
    }

    Outcome send(Command command) {
        return begin(command).join();
    }

    Outcome send(Command command, String key) {
        return commands.send(command, new Origin("request", key, "digest")).join();
    }

    /** The first event of this type that a command led to. */
    <E> E first(Class<E> type, Command command) {
        return send(command).first(type).orElseThrow().event();
    }

    void assertRefused(Command command, Rejection rule) {
        assertThatThrownBy(() -> send(command))
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        CommandRejected.class,
                        rejected -> assertThat(rejected.rule()).isEqualTo(rule));
    }

    void assertInvalid(Command command, String field) {
        assertThatThrownBy(() -> send(command))
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        InvalidValue.class,
                        invalid -> assertThat(invalid.field()).isEqualTo(field));
    }

    @Override
    public void close() {
        context.close();
    }
}
