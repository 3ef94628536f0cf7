package dev.parley.query.search;

import dev.parley.query.TrustedCertificates;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.net.http.HttpClient;
import java.time.Duration;
import javax.net.ssl.SSLException;

/**
 * How one gets into Elasticsearch.
 *
 * @param authorization value of the header of that name; empty where nobody is asked
 * @param certificate file, in PEM, of who must have issued the server's certificate; empty for those that Java trusts
 */
record SearchAccess(String authorization, String certificate) {
    static final SearchAccess OPEN = new SearchAccess("", "");

    /** @throws dev.parley.kernel.CannotStart if the file holds no certificate */
    HttpClient client(Duration connecting) {
        HttpClient.Builder client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(connecting);
        return certificate.isBlank()
                ? client.build()
                : client.sslContext(trusted().context()).build();
    }

    /**
     * The same client, with these certificates where an address asks for TLS.
     *
     * @throws dev.parley.kernel.CannotStart if the file holds no certificate
     */
    reactor.netty.http.client.HttpClient secured(reactor.netty.http.client.HttpClient client) {
        if (certificate.isBlank()) {
            return client;
        }
        try {
            SslContext context = SslContextBuilder.forClient()
                    .trustManager(trusted().factory())
                    .build();
            return client.secure(tls -> tls.sslContext(context));
        } catch (SSLException e) {
            throw new IllegalStateException("Every Java platform has TLS", e);
        }
    }

    private TrustedCertificates trusted() {
        return TrustedCertificates.in(certificate, "parley.elasticsearch.certificate");
    }

    /** Without a secret. */
    @Override
    public String toString() {
        return authorization.isEmpty() ? "open" : "with a secret";
    }
}
