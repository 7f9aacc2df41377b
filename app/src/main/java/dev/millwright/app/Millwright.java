package dev.millwright.app;

import dev.millwright.app.machines.Pace;
import dev.millwright.app.machines.RecordedMachines;
import dev.millwright.app.machines.VirtualMachines;
import dev.millwright.connectors.BrokerAddress;
import dev.millwright.connectors.EmbeddedBroker;
import dev.millwright.connectors.sparkplug.HostSettings;
import dev.millwright.connectors.sparkplug.SparkplugHost;
import dev.millwright.history.History;
import dev.millwright.history.HistoryStore;
import dev.millwright.inference.ModelException;
import dev.millwright.loop.ClosedLoop;
import dev.millwright.loop.LoopSettings;
import dev.millwright.plant.Lot;
import dev.millwright.plant.Plant;
import dev.millwright.plant.event.Draft;
import dev.millwright.plant.event.Event;
import dev.millwright.plant.event.Fact;
import dev.millwright.plant.file.PlantFile;
import dev.millwright.twin.TwinEngine;
import dev.millwright.twin.TwinSettings;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A whole Millwright but for its server: twin, loop, history, broker, and the machines that are not real. Parts are
 * opened in the order in which they need one another and closed in the opposite one.
 */
public final class Millwright implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Millwright.class.getName());
    private static final long TICK_MILLIS = 500;
    private static final long MODELS_MILLIS = 3000;
    private static final int STALE_GRACE_WALL_SECONDS = 3;
    private static final int LAG_WALL_SECONDS = 5;
    private static final Duration MACHINES_SPEAK_WITHIN = Duration.ofSeconds(3);
    private static final long LOOK_AGAIN_NANOS = 10_000_000;

    private final Settings settings;
    private final Deque<AutoCloseable> open = new ConcurrentLinkedDeque<>();
    private final TwinEngine twin;
    private final PlantClock clock;
    private final History history;
    private final HistoryFeed feed;
    private final SparkplugHost host;
    private final ModelShelf models;
    private final ClosedLoop loop;
    private @Nullable VirtualMachines virtualMachines;
    private final BrokerAddress broker;
    private String modelTrouble = "";

    /** Opens everything; on a mistake what was opened is closed again. */
    public static Millwright open(Settings settings) {
        return new Millwright(settings);
    }

    private Millwright(Settings settings) {
        this.settings = settings;
        try {
            Plant plant = PlantFile.load(settings.plantFile());
            Path dir = settings.dataDir();
            PlantMark.require(dir, plant);
            var grace = Duration.ofMillis(Math.round(settings.speed() * STALE_GRACE_WALL_SECONDS * 1000));
            twin = keep(TwinEngine.open(
                    plant, dir.resolve("journal"), TwinSettings.DEFAULT.withStaleGrace(grace), Clock.systemUTC()));
            PlantMark.put(dir, plant);
            clock = PlantClock.startingAt(start(), settings.speed());
            history = keep(History.open(HistoryStore.DuckDb.at(dir.resolve("history.duckdb"))));
            feed = keep(new HistoryFeed(twin, history));
            broker = broker();
            models = keep(ModelShelf.open(settings.models(), plant));
            // The loop sends commands through the host, the host hands frames to the loop: the door opens last.
            var door = new Door();
            loop = keep(new ClosedLoop(
                    twin,
                    loopSettings(),
                    door,
                    models.trained(),
                    dir.resolve("inspections"),
                    clock,
                    Clock.systemUTC()));
            loop.ask(models.eyes());
            host = keep(new SparkplugHost(
                    plant,
                    broker,
                    this::take,
                    loop::frame,
                    clock,
                    HostSettings.defaults().named(settings.hostId())));
            door.open(host::send);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /**
     * Lets the plant begin: the host listens, machines that are not real start, the order book is planned. Until then
     * everything can be asked and nothing happens, so that a server can be up first.
     */
    public void comeAlive() {
        Plant plant = twin.state().plant();
        host.start();
        if (settings.virtualPlant()) {
            virtualMachines = keep(virtualMachines(plant));
        }
        if (settings.replay() != null) {
            keep(new RecordedMachines(plant, settings.replay(), broker, clock, boundTo(), this::allConnected));
        }
        awaitMachines();
        loop.catchUp();
        seedOrderBook(plant);
        keep(new Pace("tick", TICK_MILLIS, this::tick));
        keep(new Pace("models", MODELS_MILLIS, this::refreshModels));
    }

    public TwinEngine twin() {
        return twin;
    }

    public ClosedLoop loop() {
        return loop;
    }

    public PlantClock clock() {
        return clock;
    }

    public History history() {
        return history;
    }

    public SparkplugHost host() {
        return host;
    }

    /** Where machines connect to. */
    public BrokerAddress brokerAddress() {
        return broker;
    }

    public Settings settings() {
        return settings;
    }

    /** The virtual plant, when one runs in this process. */
    public @Nullable VirtualMachines virtualMachines() {
        return virtualMachines;
    }

    long historyLag() {
        return feed.lag();
    }

    /** The plant goes on where the journal ends: a plant that ran faster than the wall is ahead of it. */
    private Instant start() {
        var known = twin.state().time();
        var wall = Clock.systemUTC().instant();
        return known.isAfter(wall) ? known : wall;
    }

    private LoopSettings loopSettings() {
        var usual = LoopSettings.defaults();
        return new LoopSettings(
                settings.planningLimit(),
                usual.planningWorkers(),
                lateTolerance(usual.lateTolerance()),
                usual.frozen(),
                usual.assessEvery(),
                usual.framesWaiting(),
                settings.seed());
    }

    /** At high speed a few real seconds of lag are no lateness. */
    private Duration lateTolerance(Duration usual) {
        var lag = Duration.ofMillis(Math.round(settings.speed() * LAG_WALL_SECONDS * 1000));
        return lag.compareTo(usual) > 0 ? lag : usual;
    }

    private BrokerAddress broker() {
        var own = settings.broker();
        return own == null ? keep(EmbeddedBroker.start(settings.mqttPort())).address() : own;
    }

    private VirtualMachines virtualMachines(Plant plant) {
        return new VirtualMachines(
                plant, settings.seed(), broker, clock, boundTo(), new BoardCamera(), virtual -> FloorMemory.of(
                                twin.state())
                        .resume(virtual));
    }

    /**
     * The host that machines which are not real wait for. The broker in the box may hand a state on without its content
     * while nodes subscribe, and lives and dies with the host: there they are born at once, and again when asked.
     */
    private @Nullable String boundTo() {
        return settings.broker() == null ? null : settings.hostId();
    }

    private boolean allConnected() {
        return twin.state().machines().values().stream().allMatch(machine -> machine.connected());
    }

    /** The first plan should not take machines for unreachable that are about to speak. */
    private void awaitMachines() {
        if (virtualMachines == null && settings.replay() == null) {
            return;
        }
        long deadline = System.nanoTime() + MACHINES_SPEAK_WITHIN.toNanos();
        while (System.nanoTime() < deadline && !allConnected()) {
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        }
    }

    /** A plant that has never seen an order begins with the order book of its file. */
    private void seedOrderBook(Plant plant) {
        if (!twin.state().orders().isEmpty()) {
            return;
        }
        var now = clock.instant();
        var drafts = new ArrayList<Draft>();
        for (var entry : plant.orderBook()) {
            var order = entry.at(now);
            var product = plant.product(entry.product()).orElseThrow();
            drafts.add(Draft.of(now, "order-book", plant.site(), new Fact.OrderAdded(order, Lot.of(order, product)))
                    .because("in the plant's order book"));
        }
        if (!drafts.isEmpty()) {
            twin.acceptAll(drafts).join();
        }
    }

    /** The host does not wait for the disk: a fact that is refused or lost is told in the log. */
    private void take(Draft draft) {
        boolean connection =
                draft.fact() instanceof Fact.ConnectionOpened || draft.fact() instanceof Fact.ConnectionLost;
        if (connection && twin.state().plant().machine(draft.subject()).isEmpty()) {
            return; // buffers speak too, but only machines have a connection worth telling
        }
        var unused = twin.accept(draft).exceptionally(refusal -> {
            LOG.log(System.Logger.Level.WARNING, "Not taken from {0}: {1}", draft.source(), refusal.getMessage());
            return null;
        });
    }

    private void tick() {
        twin.tick(clock.instant());
        loop.tick();
    }

    /** Models may be trained and promoted beside the running plant; what does not load is told once and left alone. */
    synchronized void refreshModels() {
        try {
            var news = models.refresh();
            if (news != null) {
                ask();
                news.promotions().forEach(promotion -> promoted(promotion, "models folder"));
                news.retirements().forEach(retirement -> retired(retirement, "models folder"));
            }
            modelTrouble = "";
        } catch (ModelException | IllegalArgumentException | UncheckedIOException e) {
            String trouble = String.valueOf(e.getMessage());
            if (!trouble.equals(modelTrouble)) {
                LOG.log(System.Logger.Level.WARNING, "Not taken from the models folder: {0}", trouble);
            }
            modelTrouble = trouble;
        }
    }

    /** Makes a version of a model the active one; null when it is that already. */
    @Nullable
    Event promote(String name, String version, String by) {
        var promotion = models.promote(name, version);
        if (promotion == null) {
            return null;
        }
        ask();
        return promoted(promotion, "user/" + by);
    }

    /** Lets no version of a model count any more; null when none did. */
    @Nullable
    Event retire(String name, String by) {
        var retirement = models.retire(name);
        if (retirement == null) {
            return null;
        }
        ask();
        return retired(retirement, "user/" + by);
    }

    private void ask() {
        loop.ask(models.trained());
        loop.ask(models.eyes());
    }

    private Event promoted(ModelShelf.Promotion promotion, String by) {
        var fact = new Fact.ModelPromoted(promotion.name(), promotion.version(), promotion.before(), by);
        String words = promotion.before() == null
                ? "%s %s counts from now on".formatted(promotion.name(), promotion.version())
                : "%s %s counts in place of %s".formatted(promotion.name(), promotion.version(), promotion.before());
        return twin.accept(Draft.of(clock.instant(), by, twin.state().plant().site(), fact)
                        .because(words))
                .join();
    }

    private Event retired(ModelShelf.Retirement retirement, String by) {
        var fact = new Fact.ModelRetired(retirement.name(), retirement.version(), by);
        String words =
                "%s %s counts no more, and no other version does".formatted(retirement.name(), retirement.version());
        return twin.accept(Draft.of(clock.instant(), by, twin.state().plant().site(), fact)
                        .because(words))
                .join();
    }

    ModelShelf models() {
        return models;
    }

    private <T extends AutoCloseable> T keep(T part) {
        open.push(part);
        return part;
    }

    @Override
    public void close() {
        for (var part = open.poll(); part != null; part = open.poll()) {
            try {
                part.close();
            } catch (Exception e) {
                LOG.log(System.Logger.Level.ERROR, "Closing " + part.getClass().getSimpleName() + " failed.", e);
            }
        }
    }
}
