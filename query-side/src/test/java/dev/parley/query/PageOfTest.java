package dev.parley.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.axonframework.queryhandling.DefaultQueryGateway;
import org.axonframework.queryhandling.NoHandlerForQueryException;
import org.axonframework.queryhandling.QueryGateway;
import org.axonframework.queryhandling.QueryHandler;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.axonframework.queryhandling.annotation.AnnotationQueryHandlerAdapter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pages through Axon's own query bus, as the API asks for them. */
class PageOfTest {
    private final SimpleQueryBus bus = SimpleQueryBus.builder().build();
    private final QueryGateway queries =
            DefaultQueryGateway.builder().queryBus(bus).build();

    record ListWords(String first) {}

    static class Words {
        @QueryHandler
        CompletableFuture<Page<String>> handle(ListWords query) {
            return CompletableFuture.completedFuture(new Page<>(List.of(query.first()), "more"));
        }
    }

    @BeforeEach
    void subscribe() {
        new AnnotationQueryHandlerAdapter<>(new Words()).subscribe(bus);
    }

    @Test
    void findsTheHandlerOfPagesOfItsItems() {
        assertThat(queries.query(new ListWords("one"), PageOf.items(String.class))
                        .join())
                .isEqualTo(new Page<>(List.of("one"), "more"));
    }

    @Test
    void findsNoHandlerOfOtherPages() {
        assertThatThrownBy(() -> queries.query(new ListWords("one"), PageOf.items(Long.class))
                        .join())
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(NoHandlerForQueryException.class);
    }
}
