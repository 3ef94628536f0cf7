package dev.parley.api.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.query.live.Frame;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import reactor.core.publisher.Flux;
import tools.jackson.databind.json.JsonMapper;

class EventEncoderTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Frame TYPING = Frame.passing(JSON, "typing", "ann");
    private static final Frame JOINED = Frame.passing(JSON, "user_joined", "ann");
    private static final Frame LEFT = Frame.passing(JSON, "user_left", "ann");

    private final EventEncoder encoder = new EventEncoder(new DefaultDataBufferFactory());

    @Test
    void leavesOutWhoIsTyping() {
        assertThat(sent(Flux.just(List.of(TYPING), List.of(JOINED), List.of(TYPING, TYPING), List.of(TYPING, LEFT))))
                .containsExactly("event: user_joined\ndata: \"ann\"\n\n", "event: user_left\ndata: \"ann\"\n\n");
    }

    @Test
    void sendsAnEmptyBatchAsASignOfLife() {
        assertThat(sent(Flux.just(List.of()))).containsExactly(": hb\n\n");
    }

    private List<String> sent(Flux<List<Frame>> batches) {
        return encoder.encode(batches)
                .map(buffer -> buffer.toString(StandardCharsets.UTF_8))
                .collectList()
                .block();
    }
}
