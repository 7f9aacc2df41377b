package dev.millwright.connectors.sparkplug;

import com.hivemq.client.mqtt.MqttClientSslConfig;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** Whom a TLS connection trusts: the authorities of a PEM file, or those of the JDK. Host names are always checked. */
final class Encryption {

    private Encryption() {}

    /** How to encrypt; a file that names no authority is refused. */
    static MqttClientSslConfig trusting(@Nullable Path authority) {
        if (authority == null) {
            return MqttClientSslConfig.builder().build();
        }
        try {
            var store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            int number = 0;
            for (Certificate certificate : certificates(authority)) {
                store.setCertificateEntry("authority-" + ++number, certificate);
            }
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            return MqttClientSslConfig.builder().trustManagerFactory(trust).build();
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalArgumentException(refusal(authority), e);
        }
    }

    private static Collection<? extends Certificate> certificates(Path file) throws IOException, CertificateException {
        try (InputStream in = Files.newInputStream(file)) {
            var found = CertificateFactory.getInstance("X.509").generateCertificates(in);
            if (found.isEmpty()) {
                throw new CertificateException("none in it");
            }
            return found;
        }
    }

    private static String refusal(Path file) {
        return Files.isReadable(file) && Files.isRegularFile(file)
                ? "'%s' holds no certificate.\nGive the authority's certificate in PEM format (-----BEGIN CERTIFICATE-----)."
                        .formatted(file)
                : "The certificate authority's file '%s' cannot be read.\nCheck its path and its permissions."
                        .formatted(file);
    }
}
