package dev.parley.command.log;

import dev.parley.kernel.CannotStart;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z0-9._-]+:(\\d{1,5})");
    private static final Pattern TOKEN = Pattern.compile("[!-~]*");
    private static final Pattern CONTEXT = Pattern.compile("[A-Za-z0-9_-]+");
    private static final int LAST_PORT = 65_535;
    private static final Duration LONGEST_ANSWER = Duration.ofHours(1);

    /** @throws CannotStart if one of them cannot be what it is to be; the token is not told */
    public AxonServerSettings {
        addresses = List.copyOf(addresses);
        require(
                !addresses.isEmpty() && addresses.stream().allMatch(AxonServerSettings::isAddress),
                "parley.axon-server.addresses must be addresses such as axonserver.example:8124, separated by commas.");
        require(
                TOKEN.matcher(token).matches(),
                "parley.axon-server.token must be visible ASCII characters, without spaces.");
        require(
                certificate.isEmpty() || tls,
                "parley.axon-server.certificate is for a connection over TLS: set parley.axon-server.tls to true.");
        require(
                certificate.isEmpty() || isCertificate(certificate),
                "parley.axon-server.certificate names " + certificate
                        + ", which is no readable file of certificates in PEM.");
        require(
                CONTEXT.matcher(context).matches(),
                "parley.axon-server.context must be the name of a context, such as default.");
        require(
                answerWithin.isPositive() && answerWithin.compareTo(LONGEST_ANSWER) <= 0,
                "parley.axon-server.answer-within must be more than nothing, and at most 1 hour.");
    }

    private static boolean isAddress(String address) {
        Matcher parts = ADDRESS.matcher(address);
        if (!parts.matches()) {
            return false;
        }
        int port = Integer.parseInt(parts.group(1));
        return port > 0 && port <= LAST_PORT;
    }

    private static boolean isCertificate(String file) {
        try (InputStream pem = Files.newInputStream(Path.of(file))) {
            return !CertificateFactory.getInstance("X.509")
                    .generateCertificates(pem)
                    .isEmpty();
        } catch (IOException | CertificateException | IllegalArgumentException unreadable) {
            return false;
        }
    }

    private static void require(boolean valid, String sentence) {
        if (!valid) {
            throw new CannotStart(sentence);
        }
    }

    /** Never the token: a log line must not carry it. */
    @Override
    public String toString() {
        return "AxonServerSettings[" + addresses + ", context " + context + "]";
    }
}
