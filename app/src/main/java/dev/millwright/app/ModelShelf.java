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
import dev.millwright.vision.detection.JudgeModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The trained models a running plant asks, and the folder they lie in. The folder is the truth: what a person trains or
 * promotes beside the running plant is found there by {@link #refresh}.
 */
final class ModelShelf implements AutoCloseable {

    /** Another version counts; {@code before} is null where none did. */
    record Promotion(String name, String version, @Nullable String before) {}

    /** The name of the model that inspects boards. */
    private static final String BOARD_JUDGE = "board-judge";

    private final @Nullable ModelRegistry registry;
    private final Map<String, LifeModel> read = new HashMap<>();
    private final Map<String, ModeModel> readModes = new HashMap<>();
    private final Map<String, JudgeModel> readJudges = new HashMap<>();
    private volatile @Nullable JudgeModel judge;
    private volatile List<ModelCard> cards = List.of();
    private volatile TrainedModels trained = TrainedModels.NONE;

    private ModelShelf(@Nullable ModelRegistry registry) {
        this.registry = registry;
    }

    /** Loads a folder's models; a shelf without a folder is empty. */
    static ModelShelf open(@Nullable Path folder) {
        var shelf = new ModelShelf(folder == null ? null : ModelRegistry.open(folder));
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

    /** What judges defects of boards; null where no version counts. Cheap. */
    @Nullable
    JudgeModel judge() {
        return judge;
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

    /** Takes in what changed in the folder; what was promoted there, or null when nothing changed at all. */
    synchronized @Nullable List<Promotion> refresh() {
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
        return promotions;
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
        judge = all.stream()
                .filter(card -> card.name().equals(BOARD_JUDGE) && card.state() == ModelState.ACTIVE)
                .findFirst()
                .map(card -> judge(from, card))
                .orElse(null);
        cards = all;
        trained = new TrainedModels(versions, modes);
    }

    private LifeModel life(ModelRegistry from, ModelCard card) {
        return read.computeIfAbsent(card.sha256(), _ -> loaded(from, card, LifeModel::read));
    }

    private JudgeModel judge(ModelRegistry from, ModelCard card) {
        return readJudges.computeIfAbsent(
                card.sha256(), _ -> loaded(from, card, bytes -> JudgeModel.read(bytes, card.file())));
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
        readJudges.values().forEach(JudgeModel::close);
    }
}
