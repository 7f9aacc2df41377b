package dev.millwright.app;

import dev.millwright.inference.ModelCard;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Pictures beside the models' cards: NAME-VERSION-PICTURE.svg or .png. Only what lies in the folder under such a name, of a
 * version that is known, has a name here, so that no name leads out of it.
 */
final class ModelPictures {

    private static final Pattern PICTURE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]*\\.(svg|png)");

    private final @Nullable Path folder;
    private final ModelShelf shelf;

    ModelPictures(@Nullable Path folder, ModelShelf shelf) {
        this.folder = folder;
        this.shelf = shelf;
    }

    /** The pictures of one version, by name. */
    List<String> names(String model, String version) {
        String prefix = prefix(model, version);
        var others = shelf.cards().stream().map(ModelPictures::prefix).toList();
        if (folder == null || !others.contains(prefix)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(file -> prefix.equals(longest(others, file)))
                    .map(file -> file.substring(prefix.length()))
                    .filter(PICTURE.asMatchPredicate())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list the pictures in " + folder, e);
        }
    }

    /** One of these; empty when there is none of this name, or no longer. */
    Optional<byte[]> read(String model, String version, String picture) {
        if (folder == null || !names(model, version).contains(picture)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readAllBytes(folder.resolve(prefix(model, version) + picture)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the picture " + picture + " of " + model, e);
        }
    }

    /** Whose picture a file is: pump-1-2-curve.svg belongs to pump-1 2 where there is such a model, else to pump 1. */
    private static @Nullable String longest(List<String> prefixes, String file) {
        return prefixes.stream()
                .filter(file::startsWith)
                .max(Comparator.comparingInt(String::length))
                .orElse(null);
    }

    private static String prefix(ModelCard card) {
        return prefix(card.name(), card.version());
    }

    private static String prefix(String model, String version) {
        return model + "-" + version + "-";
    }
}
