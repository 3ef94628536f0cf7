package dev.parley.api.node;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoTimeoutException;
import dev.parley.command.CommandRejected;
import dev.parley.command.StoreUnavailable;
import dev.parley.command.log.NodeSerializer;
import dev.parley.kernel.InvalidValue;
import dev.parley.kernel.Rejection;
import dev.parley.query.ReadRefused;
import dev.parley.query.SearchUnavailable;
import java.util.concurrent.CompletionException;
import org.axonframework.serialization.Serializer;
import org.junit.jupiter.api.Test;

/** What another node's failure is, once it has come here. */
class QueryFailureTest {
    private final Serializer serializer = NodeSerializer.create();

    @Test
    void isTheRuleThatRefused() {
        assertThat(((ReadRefused) travelled(new ReadRefused(Rejection.KID_MODE, "Closed."))).rule())
                .isEqualTo(Rejection.KID_MODE);
        assertThat(((CommandRejected) travelled(new CommandRejected(Rejection.NOT_ALLOWED, "No."))).rule())
                .isEqualTo(Rejection.NOT_ALLOWED);
    }

    @Test
    void isTheFieldOutOfItsBounds() {
        var received = (InvalidValue) travelled(new InvalidValue("limit", "1 to 100"));

        assertThat(received.field()).isEqualTo("limit");
        assertThat(received).hasMessage("limit: 1 to 100");
    }

    @Test
    void isTheStoreThatIsAway() {
        assertThat(travelled(new CompletionException(new SearchUnavailable("away", null))))
                .isInstanceOf(SearchUnavailable.class);
        assertThat(travelled(new MongoTimeoutException("away"))).isInstanceOf(StoreUnavailable.class);
    }

    private RuntimeException travelled(Throwable failure) {
        var sent = serializer.serialize(QueryFailure.of(failure), byte[].class);
        return ((QueryFailure) serializer.deserialize(sent)).received();
    }
}
