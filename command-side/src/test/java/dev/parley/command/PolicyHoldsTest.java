package dev.parley.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.command.direct.ConversationCommand.Reply;
import dev.parley.command.direct.ConversationCommand.WriteTo;
import dev.parley.command.member.MemberCommand.Appear;
import dev.parley.command.member.MemberCommand.ChooseMessagePrivacy;
import dev.parley.command.relations.RelationsCommand.Block;
import dev.parley.command.relations.RelationsCommand.Follow;
import dev.parley.command.relations.RelationsCommand.Unblock;
import dev.parley.command.relations.RelationsCommand.Unfollow;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.direct.ConversationEvent.DirectMessageSent;
import dev.parley.kernel.direct.ConversationId;
import dev.parley.kernel.direct.DirectText;
import dev.parley.kernel.direct.WritingPolicy;
import dev.parley.kernel.direct.WritingPolicy.Between;
import dev.parley.kernel.direct.WritingPolicy.Party;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.MemberEvent;
import dev.parley.kernel.member.MessagePrivacy;
import dev.parley.kernel.member.Role;
import dev.parley.kernel.member.Standing;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.member.Username;
import dev.parley.kernel.relations.RelationsEvent;
import dev.parley.kernel.relations.Ties;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Everybody writes while everybody blocks, follows and chooses: afterwards no message stands in the log where the policy
 * forbade it at that very place.
 */
class PolicyHoldsTest {
    private static final int PAIRS = 20;
    private static final int ROUNDS = 20;
    private static final DirectText TEXT = new DirectText("hello");
    private static final Set<Rejection> EXPECTED =
            Set.of(Rejection.BLOCKED, Rejection.BLOCKING, Rejection.MESSAGE_PRIVACY, Rejection.TOO_MANY_MESSAGES);

    private final Random random = new Random(7);
    private final Map<Rejection, Integer> refused = new ConcurrentHashMap<>();
    private final Map<UserId, Standing> standings = new HashMap<>();
    private final Map<UserId, Ties> ties = new HashMap<>();
    private final Set<ConversationId> begun = new HashSet<>();
    private int messages;

    @Test
    void atEveryMessagesOwnPlaceInTheLog() {
        try (ConfigurableApplicationContext side = start()) {
            Commands commands = side.getBean(Commands.class);
            List<Actor[]> pairs =
                    Stream.generate(() -> pair(commands)).limit(PAIRS).toList();
            for (int round = 0; round < ROUNDS; round++) {
                List<CompletableFuture<?>> sent = new ArrayList<>();
                pairs.forEach(pair -> sent.addAll(deal(commands, pair)));
                sent.forEach(CompletableFuture::join);
            }
            try (Stream<? extends TrackedEventMessage<?>> log =
                    side.getBean(EventStorageEngine.class).readEvents(null, false)) {
                log.forEach(this::check);
            }
        }
        assertThat(messages).isGreaterThan(PAIRS);
        assertThat(refused).containsKey(Rejection.BLOCKED);
        assertThat(EXPECTED).containsAll(refused.keySet());
    }

    private static ConfigurableApplicationContext start() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return new SpringApplication(CommandSideTest.Side.class)
                .run("--parley.keys.master=" + Base64.getEncoder().encodeToString(key));
    }

    /** What the two do at once; each is done whatever the others lead to. */
    private List<CompletableFuture<?>> deal(Commands commands, Actor[] pair) {
        Actor ann = pair[0];
        Actor ben = pair[1];
        var talk = ConversationId.of(ann.id(), ben.id());
        List<Command> dealings = List.of(
                new Reply(ann, talk, TEXT),
                random.nextBoolean() ? new Block(ben, ann.id()) : new Unblock(ben, ann.id()),
                new Reply(ann, talk, TEXT),
                random.nextBoolean() ? new Follow(ben, ann.id()) : new Unfollow(ben, ann.id()),
                new ChooseMessagePrivacy(ben, MessagePrivacy.values()[random.nextInt(4)]),
                new Reply(ben, talk, TEXT));
        return dealings.stream()
                .<CompletableFuture<?>>map(command ->
                        commands.send(command, Origin.of("request-1")).handle((outcome, failure) -> note(failure)))
                .toList();
    }

    private Object note(Throwable failure) {
        if (failure != null) {
            Throwable cause = failure.getCause() == null ? failure : failure.getCause();
            assertThat(cause).isInstanceOf(CommandRejected.class);
            refused.merge(((CommandRejected) cause).rule(), 1, Integer::sum);
        }
        return "";
    }

    private static Actor[] pair(Commands commands) {
        Actor[] pair = {joined(commands), joined(commands)};
        commands.send(new WriteTo(pair[0], pair[1].id(), TEXT), Origin.of("request-1"))
                .join();
        return pair;
    }

    private static Actor joined(Commands commands) {
        String id = UUID.randomUUID().toString();
        Actor person = Actor.of(new UserId(id), Role.USER);
        commands.send(new Appear(person, new Username(id), Instant.EPOCH), Origin.of("request-1"))
                .join();
        return person;
    }

    private void check(TrackedEventMessage<?> event) {
        switch (event.getPayload()) {
            case MemberEvent change ->
                standings.merge(
                        change.member(),
                        Standing.UNKNOWN.after(change, event.getTimestamp()),
                        (before, first) -> before.after(change, event.getTimestamp()));
            case RelationsEvent change ->
                ties.put(
                        change.person(),
                        ties.getOrDefault(change.person(), Ties.NONE).after(change, event.getTimestamp()));
            case DirectMessageSent sent -> check(sent);
            default -> {}
        }
    }

    private void check(DirectMessageSent sent) {
        UserId sender = sent.sender();
        UserId recipient = sent.recipient();
        Ties theirs = ties.getOrDefault(recipient, Ties.NONE);
        var between = new Between(
                !begun.add(sent.conversationId()),
                ties.getOrDefault(sender, Ties.NONE).blocks(recipient),
                theirs.blocks(sender),
                theirs.follows(sender));
        assertThat(WritingPolicy.refuses(party(sender), party(recipient), between))
                .as("message %s of %s", sent.number(), sent.conversationId())
                .isEmpty();
        messages++;
    }

    private Party party(UserId person) {
        return Party.of(standings.get(person), false, Instant.EPOCH);
    }
}
