package dev.millwright.app;

import dev.millwright.inference.ModelCard;
import dev.millwright.inference.ModelRegistry;
import dev.millwright.inference.ModelState;
import dev.millwright.maintenance.life.LifeModel;
import dev.millwright.maintenance.life.ModeModel;
import dev.millwright.maintenance.live.LifeVersion;
import dev.millwright.maintenance.live.ModeVersion;
import dev.millwright.maintenance.live.TrainedModels;
import dev.millwright.plant.AssetClass;
import dev.millwright.plant.Plant;
import dev.millwright.vision.InspectorSettings;
import dev.millwright.vision.eye.EyeVersion;
import dev.millwright.vision.eye.TrainedEye;
import dev.millwright.vision.eye.TrainedEyes;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The trained models a running plant asks, and the folder they lie in. The folder is the truth: what a person trains or
 * promotes beside the running plant is found there by {@link #refresh}.
 */
final class ModelShelf implements AutoCloseable {

    /** Another version counts; {@code before} is null where none did. */
    record Promotion(String name, String version, @Nullable String before) {}

    /** No version counts any more; {@code version} did. */
    record Retirement(String name, String version) {}

    /** What changed in the folder of models. */
    record News(List<Promotion> promotions, List<Retirement> retirements) {}

    /** So many versions are shown pictures beside the one that counts. */
    private static final int SHADOW_EYES = 3;

    private final @Nullable ModelRegistry registry;
    private final Set<String> eyeNames;
    private final Map<String, LifeModel> read = new HashMap<>();
    private final Map<String, ModeModel> readModes = new HashMap<>();
    private final Map<String, TrainedEye> readEyes = new HashMap<>();
    private volatile TrainedEyes eyes = TrainedEyes.NONE;
    private volatile List<ModelCard> cards = List.of();
    private volatile TrainedModels trained = TrainedModels.NONE;

    private ModelShelf(@Nullable ModelRegistry registry, Set<String> eyeNames) {
        this.registry = registry;
        this.eyeNames = eyeNames;
    }

    /** Loads a folder's models, of those that look at pictures what the plant's cameras ask; a shelf without a folder is empty. */
    static ModelShelf open(@Nullable Path folder, Plant plant) {
        var shelf = new ModelShelf(folder == null ? null : ModelRegistry.open(folder), asked(plant));
        try {
            shelf.read();
        } catch (RuntimeException e) {
            shelf.close();
            throw e;
        }
        return shelf;
    }

    /** All cards; cheap. */
    List<ModelCard> cards() {
        return cards;
    }

    /** What is asked while machines run; cheap. */
    TrainedModels trained() {
        return trained;
    }

    private static Set<String> asked(Plant plant) {
        return plant.cameras().stream()
                .map(camera -> Objects.requireNonNullElse(camera.model(), TrainedEyes.BOARD_JUDGE))
                .collect(Collectors.toSet());
    }

    /** What looks at the plant's pictures; cheap. */
    TrainedEyes eyes() {
        return eyes;
    }

    /** What a card's model knows of remaining life; null for a model of something else. */
    @Nullable
    LifeModel life(ModelCard card) {
        return trained.lives().getOrDefault(card.name(), List.of()).stream()
                .filter(version -> version.version().equals(card.version()))
                .map(LifeVersion::model)
                .findFirst()
                .orElse(null);
    }

    /** Makes a version the active one; null when it is that already. */
    synchronized @Nullable Promotion promote(String name, String version) {
        if (registry == null) {
            throw new IllegalArgumentException("No models are loaded.\nStart with --models DIR.");
        }
        String before = activeVersion(name);
        if (version.equals(before)) {
            return null;
        }
        registry.promote(name, version);
        read();
        return new Promotion(name, version, before);
    }

    /** Lets no version count any more; null when none did. */
    synchronized @Nullable Retirement retire(String name) {
        String before = activeVersion(name);
        if (registry == null || before == null) {
            return null;
        }
        registry.retire(name);
        read();
        return new Retirement(name, before);
    }

    /** Takes in what changed in the folder; null when nothing changed at all. */
    synchronized @Nullable News refresh() {
        if (registry == null || !registry.refresh()) {
            return null;
        }
        var before = new HashMap<String, @Nullable String>();
        cards.forEach(card -> before.put(card.name(), activeVersion(card.name())));
        read();
        var promotions = new ArrayList<Promotion>();
        for (var card : cards) {
            if (card.state() == ModelState.ACTIVE && !card.version().equals(before.get(card.name()))) {
                promotions.add(new Promotion(card.name(), card.version(), before.get(card.name())));
            }
        }
        var retirements = new ArrayList<Retirement>();
        before.forEach((name, version) -> {
            if (version != null && activeVersion(name) == null) {
                retirements.add(new Retirement(name, version));
            }
        });
        return new News(promotions, retirements);
    }

    private @Nullable String activeVersion(String name) {
        return cards.stream()
                .filter(card -> card.name().equals(name) && card.state() == ModelState.ACTIVE)
                .map(ModelCard::version)
                .findFirst()
                .orElse(null);
    }

    private void read() {
        var from = registry;
        if (from == null) {
            return;
        }
        var all = from.cards();
        var versions = new HashMap<String, List<LifeVersion>>();
        var modes = new HashMap<String, ModeVersion>();
        for (var card : all) {
            if (card.name().endsWith(AssetClass.LIFE)) {
                versions.computeIfAbsent(card.name(), _ -> new ArrayList<>())
                        .add(new LifeVersion(
                                card.name(), card.version(), card.state() == ModelState.ACTIVE, life(from, card)));
            } else if (card.name().endsWith(AssetClass.FAILURE_MODE) && card.state() == ModelState.ACTIVE) {
                modes.put(card.name(), new ModeVersion(card.name(), card.version(), mode(from, card)));
            }
        }
        versions.replaceAll((_, list) -> List.copyOf(list));
        eyes = new TrainedEyes(eyeNames.stream()
                .flatMap(name -> looking(all, name))
                .map(card ->
                        new EyeVersion(card.name(), card.version(), card.state() == ModelState.ACTIVE, eye(from, card)))
                .collect(Collectors.groupingBy(EyeVersion::name)));
        cards = all;
        trained = new TrainedModels(versions, modes);
    }

    /** The version that counts, and the newest of the others: a look costs more than a row of readings. */
    private static Stream<ModelCard> looking(List<ModelCard> cards, String name) {
        var versions = cards.stream().filter(card -> card.name().equals(name)).toList();
        return Stream.concat(
                versions.stream().filter(card -> card.state() == ModelState.ACTIVE),
                versions.stream()
                        .filter(card -> card.state() != ModelState.ACTIVE)
                        .sorted(Comparator.comparingInt(
                                        (ModelCard card) -> card.version().length())
                                .thenComparing(ModelCard::version)
                                .reversed())
                        .limit(SHADOW_EYES));
    }

    private LifeModel life(ModelRegistry from, ModelCard card) {
        return read.computeIfAbsent(card.sha256(), _ -> loaded(from, card, LifeModel::read));
    }

    private TrainedEye eye(ModelRegistry from, ModelCard card) {
        return readEyes.computeIfAbsent(
                card.sha256(),
                _ -> loaded(
                        from,
                        card,
                        bytes -> TrainedEye.open(bytes, card.name(), InspectorSettings.standard(), Clock.systemUTC())));
    }

    private ModeModel mode(ModelRegistry from, ModelCard card) {
        return readModes.computeIfAbsent(card.sha256(), _ -> loaded(from, card, ModeModel::read));
    }

    private static <T> T loaded(ModelRegistry from, ModelCard card, Function<byte[], T> reader) {
        try {
            return reader.apply(from.bytes(card));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("%s: %s".formatted(card.file(), e.getMessage()), e);
        }
    }

    @Override
    public void close() {
        if (registry != null) {
            registry.close();
        }
        read.values().forEach(LifeModel::close);
        readEyes.values().forEach(TrainedEye::close);
    }
}
