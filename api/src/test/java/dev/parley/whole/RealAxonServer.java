package dev.parley.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An Axon Server that runs already, for the tests of this package: {@code -Dparley.test.axonserver=host:port} has them
 * keep their events there, one after the other. It must be in development mode and have nothing else to keep: each
 * server that is started finds it empty. Its HTTP port is 8024 unless {@code -Dparley.test.axonserver.http} tells.
 */
final class RealAxonServer {
    private static final Optional<String> ADDRESS = Optional.ofNullable(System.getProperty("parley.test.axonserver"));
    private static final int HTTP_PORT = Integer.getInteger("parley.test.axonserver.http", 8024);

    private RealAxonServer() {}

    static boolean isGiven() {
        return ADDRESS.isPresent();
    }

    /** Settings, with those for a server whose events are in Axon Server, where there is one. */
    static String[] or(String... settings) {
        return Stream.concat(Stream.of(settings), emptied().stream()).toArray(String[]::new);
    }

    /** Settings for servers whose events are there, where nothing is by now; none where there is no Axon Server. */
    static List<String> emptied() {
        ADDRESS.ifPresent(RealAxonServer::empty);
        return ADDRESS.map(address ->
                        List.of("--parley.event-store=axonserver", "--parley.axon-server.addresses=" + address))
                .orElse(List.of());
    }

    private static void empty(String address) {
        String host = address.substring(0, address.indexOf(':'));
        URI events = URI.create("http://" + host + ":" + HTTP_PORT + "/v1/devmode/purge-events");
        try (HttpClient http = HttpClient.newHttpClient()) {
            int status = http.send(HttpRequest.newBuilder(events).DELETE().build(), BodyHandlers.discarding())
                    .statusCode();
            assertThat(status).isEqualTo(200);
        } catch (IOException e) {
            throw new IllegalStateException("No Axon Server in development mode answers at " + events, e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
