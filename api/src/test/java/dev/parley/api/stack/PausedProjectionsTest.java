package dev.parley.api.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.kernel.direct.ConversationId;
import dev.parley.kernel.member.UserId;
import dev.parley.load.ApiClient;
import dev.parley.load.ApiClient.Answer;
import dev.parley.load.Clients;
import dev.parley.load.Person;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventProcessor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Whoever closes a way in is not reached by it from the moment of the answer on, however late the read models are: here
 * none of them moves at all. Many pairs do it at once, each over two connections, while the same message is on its way
 * already.
 */
class PausedProjectionsTest {
    private static final int PAIRS = 8;
    /** Each takes up to two messages of the 20 that somebody sends within a minute. */
    private static final int ROUNDS = 8;

    private static final int CREATED = 201;

    private final Stack stack = Stack.running();
    private final Queue<String> answersToSends = new ConcurrentLinkedQueue<>();

    @BeforeEach
    void pause() {
        assertThat(processors()).isNotEmpty();
        processors().forEach(EventProcessor::shutDown);
    }

    @AfterEach
    void goOn() {
        processors().forEach(EventProcessor::start);
    }

    private Collection<EventProcessor> processors() {
        return stack.part(Configuration.class)
                .eventProcessingConfiguration()
                .eventProcessors()
                .values();
    }

    /** One request of whom is written to: {@code %s} is the sender. */
    private record Change(String method, String path, String body) {
        static Change settings(String privacy) {
            return new Change("PATCH", "/api/settings", "{\"message_privacy\":\"" + privacy + "\"}");
        }

        static Change kidMode(boolean on) {
            return new Change("POST", "/api/settings/kid-mode", "{\"enabled\":" + on + ",\"password\":\"secret\"}");
        }
    }

    @Test
    void aBlockHoldsFromItsAnswerOn() throws InterruptedException {
        var block = new Change("POST", "/api/users/%s/block", "");
        assertHolds(block, new Change("DELETE", "/api/users/%s/block", ""), "blocked");
    }

    @Test
    void aChoiceHoldsFromItsAnswerOn() throws InterruptedException {
        assertHolds(Change.settings("nobody"), Change.settings("everyone"), "message-privacy");
    }

    @Test
    void kidModeHoldsFromItsAnswerOn() throws InterruptedException {
        assertHolds(Change.kidMode(true), Change.kidMode(false), "message-privacy");
    }

    @Test
    void whoIsNoFriendAnyMoreIsNotTakenFromTheAnswerOn() throws InterruptedException {
        var unfollow = new Change("DELETE", "/api/users/%s/follow", "");
        var follow = new Change("POST", "/api/users/%s/follow", "");
        assertHolds(unfollow, follow, "message-privacy", Change.settings("friends"));
    }

    private void assertHolds(Change close, Change open, String problem, Change... before) throws InterruptedException {
        Clients.run(PAIRS, () -> {
            try (ApiClient choosing = new ApiClient(stack.port());
                    ApiClient writing = new ApiClient(stack.port())) {
                Pair pair = new Pair(stack.person(), stack.person(), choosing, writing);
                pair.begin(before);
                for (int round = 0; round < ROUNDS; round++) {
                    pair.change(open);
                    assertThat(pair.reply().status()).isEqualTo(CREATED);
                    answersToSends.addAll(pair.sendsAfter(close));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        assertThat(answersToSends).hasSize(PAIRS * ROUNDS * 2).containsOnly(problem);
    }

    /** Two people, each with a connection. */
    private record Pair(Person chooser, Person writer, ApiClient choosing, ApiClient writing) {
        void begin(Change... before) throws IOException {
            compose().orFail("beginning");
            for (Change change : before) {
                change(change);
            }
        }

        void change(Change change) throws IOException {
            String path = change.path().formatted(writer.username());
            choosing.send(change.method(), path, chooser, change.body()).orFail(path);
        }

        /** What is answered to messages after a change that was made while another was on its way. */
        List<String> sendsAfter(Change change) throws IOException {
            CompletableFuture<Answer> underWay = CompletableFuture.supplyAsync(this::replyAtOnce);
            change(change);
            List<String> answers;
            try (ApiClient another = new ApiClient(writing.port())) {
                Pair afterwards = new Pair(chooser, writer, choosing, another);
                answers = List.of(
                        afterwards.reply().problem(), afterwards.compose().problem());
            }
            underWay.join();
            return answers;
        }

        Answer replyAtOnce() {
            try {
                return reply();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        Answer reply() throws IOException {
            var conversation = ConversationId.of(new UserId(chooser.id()), new UserId(writer.id()));
            return writing.send("POST", "/api/messages/" + conversation, writer, "{\"content\":\"hello\"}");
        }

        Answer compose() throws IOException {
            String body = "{\"recipient\":\"%s\",\"content\":\"hello\"}".formatted(chooser.username());
            return writing.send("POST", "/api/messages/compose", writer, body);
        }
    }
}
