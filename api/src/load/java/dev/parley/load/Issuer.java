package dev.parley.load;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/** An identity provider on loopback, for servers outside the embedded profile: it signs tokens, and serves its key. */
public final class Issuer implements AutoCloseable {
    private static final Duration LIFETIME = Duration.ofHours(12);
    private static final int OK = 200;

    private final ECKey key;
    private final HttpServer server;

    private Issuer() throws IOException {
        try {
            key = new ECKeyGenerator(Curve.P_256).keyID("load").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("This JVM has no P-256", e);
        }
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/keys", this::answer);
        server.start();
    }

    static Issuer start() throws IOException {
        return new Issuer();
    }

    /** Address of its keys. */
    String keys() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/keys";
    }

    /** A token that is good for 12 h from now. */
    public String token(String username, List<String> roles) {
        Instant now = Instant.now();
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .subject("load-" + username)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFETIME)))
                .claim("preferred_username", username)
                .claim("roles", roles)
                .build();
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build(), claims);
        try {
            token.sign(new ECDSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    /** Somebody with such a token. */
    public Person person(String username, String... roles) {
        return Person.of(username, token(username, List.of(roles)));
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] keys = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(OK, keys.length);
        try (var body = exchange.getResponseBody()) {
            body.write(keys);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
