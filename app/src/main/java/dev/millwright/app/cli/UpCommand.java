package dev.millwright.app.cli;

import dev.millwright.app.Millwright;
import dev.millwright.app.PlantFiles;
import dev.millwright.app.Settings;
import dev.millwright.app.server.Running;
import dev.millwright.app.server.Server;
import dev.millwright.connectors.BrokerAddress;
import dev.millwright.connectors.replay.Recording;
import dev.millwright.plant.file.PlantFile;
import io.quarkus.runtime.Quarkus;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code millwright up}: the product. */
@Command(
        name = "up",
        description = "Runs Millwright. Every option can also be set in the environment, as MILLWRIGHT_PORT=9000.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class UpCommand implements Callable<Integer> {

    @Option(
            names = "--plant",
            paramLabel = "NAME|FILE",
            defaultValue = "${env:MILLWRIGHT_PLANT:-board-shop}",
            description = "A shipped plant or a plant file (default: ${DEFAULT-VALUE}).")
    private String plant = "board-shop";

    @Option(
            names = "--speed",
            paramLabel = "N",
            defaultValue = "${env:MILLWRIGHT_SPEED:-1}",
            description = "Plant seconds in a real second, 1 to 1000 (default: ${DEFAULT-VALUE}).")
    private double speed = 1;

    @Option(
            names = "--replay",
            paramLabel = "DIR",
            description = "Play recorded data (C-MAPSS, SKAB, NAB, SME factory log, CSV) instead of the virtual plant.")
    private @Nullable Path replay;

    @Option(
            names = "--port",
            paramLabel = "P",
            defaultValue = "${env:MILLWRIGHT_PORT:-8080}",
            description = "Where the screen and the API are served (default: ${DEFAULT-VALUE}).")
    private int port = 8080;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            defaultValue = "${env:MILLWRIGHT_HOST:-127.0.0.1}",
            description = "The address to bind; anything but loopback needs an API key (default: ${DEFAULT-VALUE}).")
    private String host = "127.0.0.1";

    @Option(
            names = "--api-key",
            paramLabel = "KEY",
            defaultValue = "${env:MILLWRIGHT_API_KEY:-}",
            description = "Changes then need the header 'Authorization: Bearer KEY'. Better set MILLWRIGHT_API_KEY.")
    private String apiKey = "";

    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            defaultValue = "${env:MILLWRIGHT_DATA_DIR:-}",
            description = "Where journal, history and pictures live (default: ~/.local/share/millwright/PLANT).")
    private String dataDir = "";

    @Option(
            names = "--broker",
            paramLabel = "HOST:PORT",
            defaultValue = "${env:MILLWRIGHT_BROKER:-}",
            description = "An MQTT broker of your own, such as Mosquitto (default: the one in the box).")
    private String broker = "";

    @Option(
            names = "--mqtt-port",
            paramLabel = "P",
            defaultValue = "${env:MILLWRIGHT_MQTT_PORT:-1883}",
            description = "Where the broker in the box listens, 0 for any free port (default: ${DEFAULT-VALUE}).")
    private int mqttPort = 1883;

    @Option(names = "--no-virtual-plant", description = "Real machines speak; start none of our own.")
    private boolean noVirtualPlant;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "${env:MILLWRIGHT_SEED:-1}",
            description = "Seed of everything the virtual plant draws (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(
            names = "--planning-limit",
            paramLabel = "SECONDS",
            defaultValue = "${env:MILLWRIGHT_PLANNING_LIMIT:-10}",
            description = "How long the solver may improve a plan (default: ${DEFAULT-VALUE}).")
    private double planningLimit = 10;

    @Option(
            names = "--rehearse",
            hidden = true,
            description = "End as soon as everything runs: a start for its own sake.")
    private boolean rehearse;

    @Override
    public Integer call() throws IOException {
        requireSafeDoor();
        requireFreePort();
        Path plantFile = PlantFiles.find(plant);
        requireRecording(plantFile);
        var settings = new Settings(
                plantFile,
                dataDir.isEmpty() ? PlantFiles.dataDirOf(plant) : Path.of(dataDir),
                speed,
                replay,
                !noVirtualPlant && replay == null,
                broker.isEmpty() ? null : address(broker),
                mqttPort,
                seed,
                Duration.ofMillis(Math.round(planningLimit * 1000)));
        System.setProperty("quarkus.http.host", host);
        System.setProperty("quarkus.http.port", String.valueOf(port));
        if (!apiKey.isEmpty()) {
            System.setProperty("millwright.api-key", apiKey);
        }
        var millwright = Millwright.open(settings);
        Running.set(millwright);
        Runtime.getRuntime().addShutdownHook(new Thread(millwright::close, "millwright-close"));
        Quarkus.run(Server.class, rehearse ? new String[] {Server.REHEARSAL} : new String[0]);
        return 0;
    }

    private void requireSafeDoor() throws IOException {
        if (apiKey.isEmpty() && !InetAddress.getByName(host).isLoopbackAddress()) {
            throw new IllegalArgumentException(
                    "Binding to %s would let the whole network run this plant.\nSet MILLWRIGHT_API_KEY, or bind to 127.0.0.1."
                            .formatted(host));
        }
    }

    private void requireFreePort() throws IOException {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(host, port));
        } catch (java.net.BindException e) {
            throw new IllegalArgumentException(
                    "Port %d is taken.\nStop what listens there, or choose another with --port.".formatted(port), e);
        }
    }

    /** Looked at before the server starts: later nobody would read the mistake. */
    private void requireRecording(Path plantFile) {
        if (replay != null) {
            var unused = Recording.detect(replay, PlantFile.load(plantFile));
        }
    }

    private static BrokerAddress address(String text) {
        int colon = text.lastIndexOf(':');
        if (colon < 1) {
            throw new IllegalArgumentException(
                    "'%s' is no broker address.\nWrite HOST:PORT, such as localhost:1883.".formatted(text));
        }
        try {
            return BrokerAddress.of(text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "'%s' is no broker address.\nWrite HOST:PORT, such as localhost:1883.".formatted(text), e);
        }
    }
}
