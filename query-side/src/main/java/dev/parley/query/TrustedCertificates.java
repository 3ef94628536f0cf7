package dev.parley.query;

import dev.parley.kernel.CannotStart;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Who must have issued the certificate of a server that is reached over TLS. */
public final class TrustedCertificates {
    private final TrustManagerFactory trust;

    private TrustedCertificates(KeyStore issuers) throws GeneralSecurityException {
        trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(issuers);
    }

    /**
     * @param file of certificates in PEM
     * @param setting that names the file
     * @throws CannotStart if the file cannot be read, or holds no certificate
     */
    public static TrustedCertificates in(String file, String setting) {
        try {
            return new TrustedCertificates(issuers(Path.of(file)));
        } catch (IOException | GeneralSecurityException e) {
            throw new CannotStart(
                    setting + " names " + file + ", which is no readable file of certificates in PEM.", e);
        }
    }

    public TrustManagerFactory factory() {
        return trust;
    }

    public SSLContext context() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has TLS", e);
        }
    }

    private static KeyStore issuers(Path file) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (InputStream pem = Files.newInputStream(file)) {
            Collection<? extends Certificate> all =
                    CertificateFactory.getInstance("X.509").generateCertificates(pem);
            if (all.isEmpty()) {
                throw new IOException("no certificate");
            }
            for (Certificate certificate : all) {
                store.setCertificateEntry("issuer-" + store.size(), certificate);
            }
        }
        return store;
    }
}
