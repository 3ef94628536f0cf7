package dev.parley.load;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;

/** What several servers share outside the embedded profile: PostgreSQL, MongoDB's stand-in, an issuer, the master key. */
public final class SharedStores implements AutoCloseable {
    private static final int KEY_BYTES = 32;

    private final EmbeddedPostgres postgres;
    private final MongoServer mongo;
    private final InetSocketAddress mongoAddress;
    private final Issuer issuer;
    private final String masterKey;

    private SharedStores() throws IOException {
        issuer = Issuer.start();
        postgres = EmbeddedPostgres.builder().start();
        mongo = new MongoServer(H2Backend.inMemory());
        mongoAddress = mongo.bind();
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        masterKey = Base64.getEncoder().encodeToString(key);
    }

    /** Starts them, empty. */
    public static SharedStores start() throws IOException {
        return new SharedStores();
    }

    /** Whose tokens the servers take. */
    public Issuer issuer() {
        return issuer;
    }

    /** How to tell a server of them: {@code --name=value} each. */
    public List<String> settings() {
        return List.of(
                "--spring.profiles.active=production",
                "--spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres"),
                "--spring.datasource.username=postgres",
                "--parley.mongodb.uri=mongodb://127.0.0.1:" + mongoAddress.getPort(),
                "--parley.keys.master=" + masterKey,
                "--spring.security.oauth2.resourceserver.jwt.jwk-set-uri=" + issuer.keys(),
                "--spring.security.oauth2.resourceserver.jwt.jws-algorithms=ES256");
    }

    @Override
    public void close() throws IOException {
        mongo.shutdownNow();
        postgres.close();
        issuer.close();
    }
}
