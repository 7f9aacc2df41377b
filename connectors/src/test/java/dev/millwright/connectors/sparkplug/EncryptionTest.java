package dev.millwright.connectors.sparkplug;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EncryptionTest {

    @Test
    void aFileWithoutACertificateIsRefusedAtOnce(@TempDir Path folder) throws IOException {
        Path empty = Files.writeString(folder.resolve("empty.pem"), "");
        Path other = Files.writeString(folder.resolve("other.pem"), "no certificate at all\n");
        for (Path file : java.util.List.of(empty, other)) {
            assertThatThrownBy(() -> Encryption.trusting(file))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("'%s' holds no certificate.\nGive ".formatted(file));
        }
        for (Path file : java.util.List.of(folder, folder.resolve("missing.pem"))) {
            assertThatThrownBy(() -> Encryption.trusting(file))
                    .hasMessage("The certificate authority's file '%s' cannot be read.\n%s"
                            .formatted(file, "Check its path and its permissions."));
        }
    }

    @Test
    void withoutAFileTheJdksAuthoritiesCount() {
        assertThat(Encryption.trusting(null).getTrustManagerFactory()).isEmpty();
    }
}
