package dev.millwright.connectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class BrokerAddressTest {

    @Test
    void schemesBringTheirPortAndTheirEncryption() {
        assertThat(BrokerAddress.parse("localhost:1883")).isEqualTo(BrokerAddress.of("localhost", 1883));
        assertThat(BrokerAddress.parse("mqtt://broker.plant.example"))
                .isEqualTo(BrokerAddress.of("broker.plant.example", 1883));
        assertThat(BrokerAddress.parse("mqtts://broker").port()).isEqualTo(8883);
        assertThat(BrokerAddress.parse("mqtts://broker:9999/").toString()).isEqualTo("mqtts://broker:9999");
        assertThat(BrokerAddress.parse("[::1]:1883").host()).isEqualTo("::1");
    }

    @Test
    void whatIsNoAddressIsNamedWithTheWayToWriteOne() {
        for (var text : List.of("mosquitto", ":1883", "localhost:mqtt", "http://x:1", "mqtts://", "a b:1", "")) {
            assertThatThrownBy(() -> BrokerAddress.parse(text))
                    .hasMessage("'%s' is no broker address.\n%s"
                            .formatted(text, "Write HOST:PORT such as localhost:1883, or mqtts://HOST for TLS."));
        }
        assertThatThrownBy(() -> BrokerAddress.parse("localhost:70000"))
                .hasMessageContaining("The broker's port is 70000.");
    }

    @Test
    void aPasswordIsNeverShown() {
        assertThatThrownBy(() -> BrokerAddress.parse("mqtts://anna:secret@broker"))
                .hasMessageNotContaining("secret")
                .hasMessageContaining("holds no user and no password");
        assertThat(BrokerAddress.parse("mqtts://broker").as("anna", "secret").toString())
                .isEqualTo("mqtts://anna@broker:8883");
        assertThatThrownBy(() -> BrokerAddress.of("broker", 1).as(null, "secret"))
                .hasMessageNotContaining("secret")
                .hasMessageContaining("a password and no user");
    }

    @Test
    void anAuthorityWithoutEncryptionWouldBeAFalseComfort() {
        assertThatThrownBy(() -> BrokerAddress.parse("mqtt://broker").trusting(Path.of("ca.pem")))
                .hasMessageContaining("no TLS")
                .hasMessageContaining("mqtts://broker");
    }
}
