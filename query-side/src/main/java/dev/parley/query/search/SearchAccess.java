package dev.parley.query.search;

import dev.parley.query.TrustedCertificates;
import io.netty.handler.ssl.SslContextBuilder;
import java.net.http.HttpClient;
import java.time.Duration;
import javax.net.ssl.SSLException;

/**
 * How one gets into Elasticsearch.
 *
 * @param authorization value of the header of that name; empty where nobody is asked
 * @param trusted who must have issued the server's certificate
 */
record SearchAccess(String authorization, TrustedCertificates trusted) {
    static final SearchAccess OPEN = new SearchAccess("", TrustedCertificates.in("", ""));

    HttpClient client(Duration connecting) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(connecting)
                .sslContext(trusted.context())
                .build();
    }

    /** Over TLS where an address asks for it. */
    reactor.netty.http.client.HttpClient secured(reactor.netty.http.client.HttpClient client) {
        return client.secure(tls -> {
            try {
                tls.sslContext(SslContextBuilder.forClient()
                        .trustManager(trusted.factory())
                        .build());
            } catch (SSLException e) {
                throw new IllegalStateException("Every Java platform has TLS", e);
            }
        });
    }

    /** Without a secret. */
    @Override
    public String toString() {
        return authorization.isEmpty() ? "open" : "with a secret";
    }
}
