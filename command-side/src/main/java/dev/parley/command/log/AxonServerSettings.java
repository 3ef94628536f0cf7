package dev.parley.command.log;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where Axon Server is, for {@code parley.event-store=axonserver}.
 *
 * @param addresses {@code host:port} of its nodes, of which one that answers is enough
 * @param token that it asks of its clients; none unless told
 * @param tls whether the connection is encrypted
 * @param certificate file with the certificates that are trusted; those of the JVM unless told
 * @param context in which the events are
 * @param answerWithin how long an answer is waited for at most
 */
@ConfigurationProperties("parley.axon-server")
public record AxonServerSettings(
        @DefaultValue("localhost:8124") List<String> addresses,
        @DefaultValue("") String token,
        @DefaultValue("false") boolean tls,
        @DefaultValue("") String certificate,
        @DefaultValue("default") String context,
        @DefaultValue("10s") Duration answerWithin) {
    /** Never the token: a log line must not carry it. */
    @Override
    public String toString() {
        return "AxonServerSettings[" + addresses + ", context " + context + "]";
    }
}
