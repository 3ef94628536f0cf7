package dev.parley.query.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.parley.kernel.CannotStart;
import dev.parley.query.SearchUnavailable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server over TLS is believed when its certificate is of whom the configuration names, and not otherwise. */
class TrustTest {
    private static final SearchIndex INDEX = new SearchIndex("p", "i", 1, "{}");
    private static final String PASSWORD = "changeit";

    @TempDir
    static Path directory;

    private static HttpsServer server;

    @BeforeAll
    static void serve() throws Exception {
        keytool("-genkeypair", "-keyalg", "EC", "-dname", "CN=search", "-ext", "san=ip:127.0.0.1", "-validity", "2");
        keytool("-exportcert", "-rfc", "-file", certificate().toString());
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(identity()));
        server.createContext("/", exchange -> {
            byte[] body = "{\"docs\":[{}]}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterAll
    static void stop() {
        server.stop(0);
    }

    @Test
    void isGivenToTheNamedAuthority() throws Exception {
        try (SearchEngine engine = engine(certificate().toString())) {
            engine.read(INDEX, "1").get();
            assertThat(engine.send("GET", "/_alias", "application/json", "").status())
                    .isEqualTo(200);
        }
    }

    @Test
    void isNotGivenToOthers() {
        try (SearchEngine engine = engine("")) {
            assertThatThrownBy(() -> engine.read(INDEX, "1").get())
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(SearchUnavailable.class);
            assertThatThrownBy(() -> engine.send("GET", "/_alias", "application/json", ""))
                    .isInstanceOf(SearchUnavailable.class);
        }
    }

    @Test
    void isNotPutIntoAFileWithoutACertificate() throws IOException {
        Path empty = Files.writeString(directory.resolve("empty.pem"), "");

        assertThatThrownBy(() -> engine(empty.toString()))
                .isInstanceOf(CannotStart.class)
                .hasMessage("parley.elasticsearch.certificate names " + empty
                        + ", which is no readable file of certificates in PEM.");
    }

    private static SearchEngine engine(String certificate) {
        URI uri = URI.create("https://127.0.0.1:" + server.getAddress().getPort());
        return Engines.at(new ElasticsearchSettings(List.of(uri), "", "", "", certificate, "").address());
    }

    private static Path certificate() {
        return directory.resolve("search.pem");
    }

    private static SSLContext identity() throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream stored = Files.newInputStream(directory.resolve("search.p12"))) {
            keys.load(stored, PASSWORD.toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private static void keytool(String... arguments) throws IOException, InterruptedException {
        Path program = Path.of(System.getProperty("java.home"), "bin", "keytool");
        List<String> command = Stream.concat(
                        Stream.of(program.toString()),
                        Stream.concat(
                                Stream.of(arguments),
                                Stream.of(
                                        "-alias",
                                        "search",
                                        "-keystore",
                                        directory.resolve("search.p12").toString(),
                                        "-storepass",
                                        PASSWORD)))
                .toList();
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }
}
