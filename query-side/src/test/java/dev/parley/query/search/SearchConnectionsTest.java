package dev.parley.query.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.query.search.SearchConnections.Reply;
import io.netty.channel.EventLoopGroup;
import io.netty.util.concurrent.EventExecutor;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.netty.resources.LoopResources;

class SearchConnectionsTest {
    private static final int LOOPS = 3;
    private static final int ROUNDS = 4;

    private final StubElasticsearch server = new StubElasticsearch();
    private final LoopResources loops = LoopResources.create("test", LOOPS, true);
    private final SearchConnections connections = new SearchConnections(SearchAccess.OPEN, loops);

    @Test
    void haveAnAnswerComeOnTheThreadThatServesHttpAndAsked() throws Exception {
        EventLoopGroup threads = loops.onServer(true);
        for (int round = 0; round < ROUNDS; round++) {
            for (CompletableFuture<Boolean> same : askedByEach(threads)) {
                assertThat(same.get(5, TimeUnit.SECONDS)).isTrue();
            }
        }
    }

    private List<CompletableFuture<Boolean>> askedByEach(EventLoopGroup threads) {
        List<CompletableFuture<Boolean>> answers = new ArrayList<>();
        for (EventExecutor thread : threads) {
            answers.add(CompletableFuture.supplyAsync(() -> post().thenApply(reply -> thread.inEventLoop()), thread)
                    .thenCompose(answer -> answer));
        }
        return answers;
    }

    private CompletableFuture<Reply> post() {
        URI uri = server.address().uri().resolve("/index/_search");
        return connections.post(uri, new byte[0]);
    }

    @AfterEach
    void close() {
        connections.close();
        loops.dispose();
        server.close();
    }
}
