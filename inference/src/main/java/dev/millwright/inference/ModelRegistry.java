package dev.millwright.inference;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The models in a folder: a card NAME.json and an ONNX file for each version. All are loaded, checked against their
 * hash and card, and kept until the registry is closed. Of each name one version at most is active.
 */
public final class ModelRegistry implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(ModelRegistry.class.getName());

    /** A loaded model, and where its card lies. */
    private record Entry(Path cardFile, Model model) {
        ModelCard card() {
            return model.card();
        }
    }

    private final Path folder;
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    private ModelRegistry(Path folder) {
        this.folder = folder;
    }

    /** Loads every model in a folder; refuses the folder if one of them is not what its card says. */
    public static ModelRegistry open(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new ModelException(
                    ModelException.Reason.UNKNOWN_MODEL,
                    "no folder " + folder + "\nName the folder that holds the model cards.");
        }
        var registry = new ModelRegistry(folder);
        try {
            for (Path file : cardFiles(folder)) {
                registry.add(file);
            }
        } catch (RuntimeException e) {
            registry.close();
            throw e;
        }
        LOG.log(System.Logger.Level.INFO, "{0} models from {1}", registry.entries.size(), folder);
        return registry;
    }

    /**
     * Puts a version into a folder: first its model, then the card that makes it known, so that nothing is ever half there.
     *
     * @throws ModelException when the bytes are not what the card says, or the version is there already
     */
    public static void put(Path folder, ModelCard card, byte[] onnx) {
        if (!sha256(onnx).equals(card.sha256())) {
            throw new ModelException(
                    ModelException.Reason.HASH_MISMATCH,
                    "the bytes of " + Model.title(card) + " have the hash " + sha256(onnx) + ", its card says "
                            + card.sha256() + "\nWrite the card for these bytes.");
        }
        Path file = folder.resolve(card.name() + "-" + card.version() + ".json");
        if (Files.exists(file)) {
            throw new ModelException(
                    ModelException.Reason.BROKEN_CARD,
                    file + " is there already\nGive " + Model.title(card) + " another version.");
        }
        try {
            Files.createDirectories(folder);
            Files.write(folder.resolve(card.file()), onnx);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + Model.title(card) + " into " + folder, e);
        }
        CardFile.write(file, card);
    }

    /** All cards, by file name. */
    public synchronized List<ModelCard> cards() {
        return entries.values().stream().map(Entry::card).toList();
    }

    /**
     * Takes in what changed in the folder since: versions that came, and which ones are active. True when anything did.
     *
     * @throws ModelException when a version that came is not what its card says; nothing is taken in then
     */
    public synchronized boolean refresh() {
        var fresh = new LinkedHashMap<String, Entry>();
        for (Path file : cardFiles(folder)) {
            var card = CardFile.read(file);
            String key = key(card.name(), card.version());
            var known = entries.get(key);
            if (known == null) {
                fresh.put(key, new Entry(file, Model.load(card, bytes(file.resolveSibling(card.file()), card))));
            } else if (known.card().state() != card.state()) {
                fresh.put(key, new Entry(file, known.model().with(card)));
            }
        }
        entries.putAll(fresh);
        return !fresh.isEmpty();
    }

    /** A version's model file, for those who read more in it than ONNX Runtime does. */
    public synchronized byte[] bytes(ModelCard card) {
        var entry = entries.get(key(card.name(), card.version()));
        if (entry == null) {
            throw unknown("no model " + card.name() + " of version " + card.version());
        }
        return bytes(entry.cardFile().resolveSibling(card.file()), card);
    }

    /** The version of a name whose answers count. */
    public synchronized Model active(String name) {
        return find(name, ModelState.ACTIVE).findFirst().orElseThrow(() -> unknown("no active model " + name));
    }

    /** The active version of a name, if there is one: for engines that can do without. */
    public synchronized Optional<Model> activeIfAny(String name) {
        return find(name, ModelState.ACTIVE).findFirst();
    }

    /** The versions of a name that run for comparison. */
    public synchronized List<Model> shadows(String name) {
        return find(name, ModelState.SHADOW).toList();
    }

    /** Makes a version the active one and the active one a shadow, on disk too; rolling back is promoting the other. */
    public synchronized ModelCard promote(String name, String version) {
        var promoted = entries.get(key(name, version));
        if (promoted == null) {
            throw unknown("no model " + name + " of version " + version);
        }
        counting(name).forEach(entry -> set(entry, ModelState.SHADOW));
        return set(promoted, ModelState.ACTIVE);
    }

    /**
     * Makes the active version a shadow, on disk too, so that none counts: for what rules decide where no model does.
     *
     * @throws ModelException when none is active
     */
    public synchronized ModelCard retire(String name) {
        return counting(name).stream()
                .findFirst()
                .map(entry -> set(entry, ModelState.SHADOW))
                .orElseThrow(() -> unknown("no active model " + name));
    }

    private List<Entry> counting(String name) {
        return entries.values().stream()
                .filter(entry ->
                        entry.card().name().equals(name) && entry.card().state() == ModelState.ACTIVE)
                .toList();
    }

    @Override
    public synchronized void close() {
        entries.values().forEach(entry -> entry.model().close());
        entries.clear();
    }

    private static List<Path> cardFiles(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list the models in " + folder, e);
        }
    }

    private void add(Path file) {
        var card = CardFile.read(file);
        if (entries.containsKey(key(card.name(), card.version()))) {
            throw new ModelException(
                    ModelException.Reason.BROKEN_CARD,
                    file + " is a second card of " + Model.title(card) + "\nGive it another version.");
        }
        if (card.state() == ModelState.ACTIVE && activeIfAny(card.name()).isPresent()) {
            throw new ModelException(
                    ModelException.Reason.BROKEN_CARD,
                    file + " makes a second version of " + card.name() + " active\nMake one of both SHADOW.");
        }
        byte[] onnx = bytes(file.resolveSibling(card.file()), card);
        entries.put(key(card.name(), card.version()), new Entry(file, Model.load(card, onnx)));
    }

    private static byte[] bytes(Path file, ModelCard card) {
        byte[] onnx;
        try {
            onnx = Files.readAllBytes(file);
        } catch (IOException e) {
            throw new ModelException(
                    ModelException.Reason.BROKEN_MODEL,
                    Model.title(card) + " has no readable file " + file + "\nPut it beside its card.",
                    e);
        }
        String hash = sha256(onnx);
        if (!hash.equals(card.sha256())) {
            throw new ModelException(
                    ModelException.Reason.HASH_MISMATCH,
                    file + " has the hash " + hash + ", its card says " + card.sha256()
                            + "\nFetch the file again, or write a new card for the new file.");
        }
        return onnx;
    }

    /** The hash a card names, of a model file's bytes. */
    public static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(digest().digest(bytes));
    }

    /** The same of a file too large to hold; closes it. */
    public static String sha256(InputStream file) throws IOException {
        try (file) {
            var digest = digest();
            var buffer = new byte[1 << 16];
            for (int read = file.read(buffer); read >= 0; read = file.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        }
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private Stream<Model> find(String name, ModelState state) {
        return entries.values().stream()
                .filter(entry ->
                        entry.card().name().equals(name) && entry.card().state() == state)
                .map(Entry::model);
    }

    private ModelCard set(Entry entry, ModelState state) {
        var card = entry.card().in(state);
        CardFile.write(entry.cardFile(), card);
        entries.put(
                key(card.name(), card.version()),
                new Entry(entry.cardFile(), entry.model().with(card)));
        return card;
    }

    private ModelException unknown(String what) {
        return new ModelException(
                ModelException.Reason.UNKNOWN_MODEL,
                what + "\nThere are: " + cards().stream().map(Model::title).toList());
    }

    private static String key(String name, String version) {
        return name + "\n" + version;
    }
}
