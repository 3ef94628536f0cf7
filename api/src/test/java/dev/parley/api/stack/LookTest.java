package dev.parley.api.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.kernel.direct.ConversationId;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.moderation.LookEvent.ConversationLookedAt;
import dev.parley.kernel.moderation.LookId;
import dev.parley.load.ApiClient;
import dev.parley.load.HttpConnection;
import dev.parley.load.Person;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A moderator looks at what Ann and Ben write to each other, and sends the same idempotency key each time. */
class LookTest {
    private final Stack stack = Stack.running();
    private final String key = UUID.randomUUID().toString();
    private Person moderator;
    private ConversationId talk;
    private String reported;

    @BeforeEach
    void claim() throws IOException {
        Person ann = stack.person();
        Person ben = stack.person();
        talk = ConversationId.of(new UserId(ann.id()), new UserId(ben.id()));
        reported = "case~conduct~" + ben.id() + "~1";
        try (ApiClient api = new ApiClient(stack.port())) {
            moderator = api.token(UUID.randomUUID().toString(), "moderator");
            ask(
                    api,
                    ben,
                    "/api/messages/compose",
                    "{\"recipient\":\"" + ann.username() + "\",\"content\":\"you fool\"}");
            ask(
                    api,
                    ann,
                    "/api/reports",
                    "{\"reported_user\":\"" + ben.username()
                            + "\",\"report_type\":\"chat\",\"description\":\"he insults me\"}");
            ask(api, moderator, "/api/mod/reports/" + reported + "/claim", "");
        }
    }

    @Test
    void isToldEachTimeThoughTheKeyIsTheSame() throws IOException {
        assertThat(look()).isEqualTo(200);
        assertThat(look()).isEqualTo(200);
        assertThat(stack.events(new LookId(talk).toString(), ConversationLookedAt.class))
                .hasSize(2);
    }

    @Test
    void isRefusedOnceTheCaseIsLeftThoughTheKeyIsTheSame() throws IOException {
        assertThat(look()).isEqualTo(200);
        try (ApiClient api = new ApiClient(stack.port())) {
            ask(api, moderator, "/api/mod/reports/" + reported + "/release", "");
        }
        assertThat(look()).isEqualTo(409);
    }

    private int look() throws IOException {
        List<String> headers = new ArrayList<>(moderator.headers());
        headers.add("Idempotency-Key: " + key);
        String path = "/api/mod/conversations/" + talk + "/look";
        try (HttpConnection connection = new HttpConnection(stack.port())) {
            return connection.send(HttpConnection.request("POST", path, headers, "{\"case\":\"" + reported + "\"}"));
        }
    }

    private static void ask(ApiClient api, Person who, String path, String body) throws IOException {
        api.send("POST", path, who, body).orFail(path);
    }
}
