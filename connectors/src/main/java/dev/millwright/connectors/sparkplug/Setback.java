package dev.millwright.connectors.sparkplug;

import com.hivemq.client.mqtt.mqtt3.exceptions.Mqtt3ConnAckException;
import com.hivemq.client.mqtt.mqtt3.message.connect.connack.Mqtt3ConnAckReturnCode;
import java.net.ConnectException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;

/** Why a connection did not come about or ended, in words that help whoever set it up. */
final class Setback {

    private Setback() {}

    static String words(Throwable why) {
        for (Throwable cause = why; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case Mqtt3ConnAckException refused -> {
                    return refusal(refused.getMqttMessage().getReturnCode());
                }
                case SSLException broken -> {
                    return "no trusted TLS connection: %s; check the host's name and the certificate authority"
                            .formatted(root(broken));
                }
                case UnknownHostException _ -> {
                    return "its host is not known; check the name";
                }
                case ConnectException _ -> {
                    return "nobody answers there; is it running, and is the port right?";
                }
                default -> {}
            }
        }
        return String.valueOf(why.getMessage());
    }

    private static String refusal(Mqtt3ConnAckReturnCode code) {
        return switch (code) {
            case BAD_USER_NAME_OR_PASSWORD, NOT_AUTHORIZED ->
                "it does not let us in (%s); check user and password".formatted(code);
            case SUCCESS, UNSUPPORTED_PROTOCOL_VERSION, IDENTIFIER_REJECTED, SERVER_UNAVAILABLE ->
                "it refuses the connection (%s)".formatted(code);
        };
    }

    private static String root(Throwable failure) {
        Throwable last = failure;
        while (last.getCause() != null) {
            last = last.getCause();
        }
        return String.valueOf(last.getMessage());
    }
}
