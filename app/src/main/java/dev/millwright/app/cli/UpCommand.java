package dev.millwright.app.cli;

import dev.millwright.app.Millwright;
import dev.millwright.app.PlantClock;
import dev.millwright.app.PlantFiles;
import dev.millwright.app.Settings;
import dev.millwright.app.machines.ReplayPace;
import dev.millwright.app.server.Running;
import dev.millwright.app.server.Server;
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
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code millwright up}: the product. */
@Command(
        name = "up",
        description = "Runs Millwright. Every option can also be set in the environment, as MILLWRIGHT_PORT=9000.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class UpCommand implements Callable<Integer> {

    private static final int LARGEST_PORT = 65_535;

    @Option(
            names = "--plant",
            paramLabel = "NAME|FILE",
            defaultValue = "${env:MILLWRIGHT_PLANT:-}",
            description = "A shipped plant or a plant file (default: board-shop, or the one a recording fits).")
    private String plant = "";

    @Option(
            names = "--speed",
            paramLabel = "N",
            defaultValue = "${env:MILLWRIGHT_SPEED:-" + Option.NULL_VALUE + "}",
            description =
                    "Plant seconds in a real second, 1 to 1000 (default: 1; for a recording, to 20000, such that its "
                            + "first failure shows in about two minutes).")
    private @Nullable Double speed;

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

    @Mixin
    private BrokerOptions brokerOptions = new BrokerOptions();

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
            names = "--models",
            paramLabel = "DIR",
            defaultValue = "${env:MILLWRIGHT_MODELS:-}",
            description = "Where trained models and their cards lie (default: models, beside the examples).")
    private String models = "";

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

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        requireSense();
        var broker = WrongUse.unlessRead(spec, brokerOptions::broker);
        requireSafeDoor();
        requireFreePort();
        var choice = PlantChoice.of(plant, dataDir, replay);
        DataDir.require(choice.dataDir());
        var settings = new Settings(
                choice.file(),
                choice.dataDir(),
                speed(choice),
                replay,
                !noVirtualPlant && replay == null,
                broker,
                brokerOptions.hostId(),
                mqttPort,
                seed,
                models.isEmpty() ? PlantFiles.models() : Path.of(models),
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

    /** What no plant could follow is refused before anything is touched. */
    private void requireSense() {
        if (speed != null) {
            double wanted = speed;
            WrongUse.unlessRead(spec, () -> PlantClock.requireSpeed(wanted, replay != null));
        }
        for (int wanted : new int[] {port, mqttPort}) {
            WrongUse.unless(
                    wanted >= 0 && wanted <= LARGEST_PORT,
                    spec,
                    "%d is no port.\nPorts lie from 1 to %d; 0 takes any free one.".formatted(wanted, LARGEST_PORT));
        }
        WrongUse.unless(
                planningLimit * 1000 >= 1,
                spec,
                "A planning limit of %s s leaves no time.\nGive seconds above 0, such as 10.".formatted(planningLimit));
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

    /** The speed asked for, or one that suits the recording; a recording that cannot be read is told of here. */
    private double speed(PlantChoice choice) {
        if (replay == null) {
            return speed == null ? 1 : speed;
        }
        var recording = Recording.detect(replay, PlantFile.load(choice.file()));
        double chosen = speed == null ? ReplayPace.of(recording.story()) : speed;
        var out = Terminal.of(spec);
        out.printf(
                "Replaying %s%n  at speed %s%s: it comes to its first failure, or its end, after %s%n",
                recording.title(),
                String.valueOf(chosen).replaceFirst("\\.0$", ""),
                speed == null ? " (--speed N for another)" : "",
                words(Duration.ofSeconds(Math.round(recording.story().toSeconds() / chosen))));
        if (choice.drawn()) {
            out.printf("  on a plant drawn from it, yours to change: %s%n", choice.file());
        }
        out.flush();
        return chosen;
    }

    private static String words(Duration time) {
        long seconds = time.toSeconds();
        return seconds < 100
                ? seconds + " s"
                : seconds < 6000 ? Math.round(seconds / 60.0) + " min" : seconds / 3600 + " h";
    }
}
