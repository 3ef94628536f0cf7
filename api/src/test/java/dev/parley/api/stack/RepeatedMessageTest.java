package dev.parley.api.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.kernel.direct.ConversationEvent.DirectMessageSent;
import dev.parley.kernel.direct.ConversationId;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.room.RoomEvent.MessagePosted;
import dev.parley.load.ApiClient;
import dev.parley.load.Clients;
import dev.parley.load.HttpConnection;
import dev.parley.load.Person;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** The same message, with one {@code client_message_id}, over a hundred connections at once. */
class RepeatedMessageTest {
    private static final int TIMES = 100;

    private final Stack stack = Stack.running();
    private final String key = UUID.randomUUID().toString();

    @Test
    void thatBeginsAConversationIsOneMessageAndOneAnswer() throws IOException, InterruptedException {
        Person ann = stack.person();
        Person ben = stack.person();
        String body = "{\"recipient\":\"%s\",\"content\":\"hello\",\"client_message_id\":\"%s\"}"
                .formatted(ben.username(), key);
        assertCreatedOnce(together(ann, "/api/messages/compose", body));
        assertThat(stack.events(conversation(ann, ben), DirectMessageSent.class))
                .hasSize(1);
    }

    @Test
    void thatIsAReplyIsOneMessageAndOneAnswer() throws IOException, InterruptedException {
        Person ann = stack.person();
        Person ben = stack.person();
        begin(ann, ben);
        String path = "/api/messages/" + conversation(ann, ben);
        String body = "{\"content\":\"hello to you\",\"client_message_id\":\"%s\"}".formatted(key);
        assertCreatedOnce(together(ben, path, body));
        assertThat(stack.events(conversation(ann, ben), DirectMessageSent.class))
                .hasSize(2);
    }

    @Test
    void thatIsALineInARoomIsOneLineAndOneAnswer() throws IOException, InterruptedException {
        Person ann = stack.person();
        String room;
        try (ApiClient api = new ApiClient(stack.port())) {
            room = api.openTeam(api.token("service", "service"), key, List.of(ann));
        }
        String body = "{\"content\":\"hello\",\"client_message_id\":\"%s\"}".formatted(key);
        assertCreatedOnce(together(ann, "/api/chat/" + room + "/messages/", body));
        assertThat(stack.events(room, MessagePosted.class)).hasSize(1);
    }

    private void begin(Person sender, Person recipient) throws IOException {
        try (ApiClient api = new ApiClient(stack.port())) {
            String body = "{\"recipient\":\"%s\",\"content\":\"hello\"}".formatted(recipient.username());
            api.send("POST", "/api/messages/compose", sender, body).orFail("beginning");
        }
    }

    private static String conversation(Person one, Person other) {
        return ConversationId.of(new UserId(one.id()), new UserId(other.id())).value();
    }

    private static void assertCreatedOnce(Queue<String> answers) {
        assertThat(answers).hasSize(TIMES).allMatch(answer -> answer.startsWith("201 "));
        assertThat(answers.stream().distinct()).hasSize(1);
    }

    /** Status and body of each answer to the same request, sent over connections that were all open before. */
    private Queue<String> together(Person sender, String path, String body) throws InterruptedException {
        byte[] request = HttpConnection.request("POST", path, sender.headers(), body);
        CountDownLatch ready = new CountDownLatch(TIMES);
        Queue<String> answers = new ConcurrentLinkedQueue<>();
        Clients.run(TIMES, () -> {
            try (HttpConnection connection = new HttpConnection(stack.port())) {
                ready.countDown();
                ready.await();
                answers.add(connection.send(request) + " " + connection.text());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        return answers;
    }
}
