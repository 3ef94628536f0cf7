package dev.parley.api.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;

import dev.parley.load.EventStream;
import dev.parley.query.direct.live.PersonalStream;
import dev.parley.query.direct.live.PersonalStreams.Opened;
import dev.parley.query.live.Frame;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.json.JsonMapper;

/** Somebody's own stream, whose client takes nothing. */
@TestPropertySource(properties = "parley.live.heartbeat=50ms")
class PersonalStreamControllerTest extends LiveTest {
    private static final Frame LARGE = Frame.passing(JsonMapper.shared(), "new_message", "x".repeat(100_000));

    private final PersonalStream stream = mock();

    @BeforeEach
    void tellWithoutEnd() {
        Flux<Frame> frames = Flux.<Frame>generate(sink -> sink.next(LARGE)).subscribeOn(Schedulers.boundedElastic());
        given(people.open(any(), any())).willReturn(new Opened(stream, frames));
    }

    @Test
    void isCutSoonAfterTheServerHasEndedIt() throws IOException {
        doAnswer(asked -> {
                    asked.getArgument(0, Runnable.class).run();
                    return null;
                })
                .when(stream)
                .whenClosed(any());
        try (EventStream unread = open()) {
            assertThat(unread.status()).isEqualTo(200);
            assertThatThrownBy(() -> readToTheEnd(unread)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void isEndedOnceHeartbeatsPileUp() throws IOException {
        CompletableFuture<String> ended = new CompletableFuture<>();
        doAnswer(asked -> {
                    ended.complete(asked.getArgument(0));
                    return null;
                })
                .when(stream)
                .close(any());
        try (EventStream unread = open()) {
            assertThat(unread.status()).isEqualTo(200);
            assertThat(ended).succeedsWithin(Duration.ofSeconds(5)).isEqualTo(PersonalStream.SLOW_CONSUMER);
        }
    }

    private EventStream open() throws IOException {
        return EventStream.openStalled(port, "/api/me/stream", List.of("Authorization: Bearer " + token("ann")));
    }

    private static void readToTheEnd(EventStream stream) throws IOException {
        while (true) {
            stream.next();
        }
    }
}
