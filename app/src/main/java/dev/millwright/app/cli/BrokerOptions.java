package dev.millwright.app.cli;

import dev.millwright.connectors.BrokerAddress;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which broker, and how to be let in. */
final class BrokerOptions {

    @Option(
            names = "--broker",
            paramLabel = "ADDRESS",
            defaultValue = "${env:MILLWRIGHT_BROKER:-}",
            description =
                    "An MQTT broker of your own, such as Mosquitto: mqtt://HOST:PORT or, with TLS, mqtts://HOST:PORT "
                            + "(default: the one in the box).")
    private String address = "";

    @Option(
            names = "--broker-user",
            paramLabel = "NAME",
            defaultValue = "${env:MILLWRIGHT_BROKER_USER:-}",
            description = "Who we are to it.")
    private String user = "";

    @Option(
            names = "--broker-password",
            paramLabel = "WORD",
            defaultValue = "${env:MILLWRIGHT_BROKER_PASSWORD:-}",
            description = "The user's password. Better set MILLWRIGHT_BROKER_PASSWORD: others can see a command line.")
    private String password = "";

    @Option(
            names = "--broker-ca",
            paramLabel = "FILE",
            defaultValue = "${env:MILLWRIGHT_BROKER_CA:-}",
            description = "The certificate authority to trust, in PEM format (default: those of the JDK).")
    private String authority = "";

    @Option(
            names = "--host-id",
            paramLabel = "NAME",
            defaultValue = "${env:MILLWRIGHT_HOST_ID:-millwright}",
            description =
                    "Our Sparkplug host id; give each Millwright on one broker its own (default: ${DEFAULT-VALUE}).")
    private String hostId = "millwright";

    /** The broker asked for; {@code null} for the one in the box. */
    @Nullable
    BrokerAddress broker() {
        if (address.isEmpty()) {
            if (!user.isEmpty() || !password.isEmpty() || !authority.isEmpty()) {
                throw new IllegalArgumentException(
                        "A broker's user, password or authority is given and no broker.\nName it with --broker mqtts://HOST:PORT.");
            }
            return null;
        }
        return BrokerAddress.parse(address)
                .as(user.isEmpty() ? null : user, password.isEmpty() ? null : password)
                .trusting(authority.isEmpty() ? null : Path.of(authority));
    }

    String hostId() {
        return hostId;
    }
}
