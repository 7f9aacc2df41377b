package dev.millwright.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where plant files and data directories are. */
public final class PlantFiles {

    private static final String ENDING = ".yaml";

    private PlantFiles() {}

    /** A plant file by path, or a shipped plant by name. */
    public static Path find(String nameOrFile) {
        Path file = Path.of(nameOrFile);
        if (Files.isRegularFile(file)) {
            return file;
        }
        Path shipped = examples().resolve(nameOrFile + ENDING);
        if (Files.isRegularFile(shipped)) {
            return shipped;
        }
        throw new IllegalArgumentException(
                "There is no plant '%s'.\nName a plant file, or one of the shipped plants: %s."
                        .formatted(nameOrFile, String.join(", ", shipped())));
    }

    /** The usual data directory of a plant: each has its own, so that one never reads another's journal. */
    public static Path dataDirOf(String nameOrFile) {
        String name = String.valueOf(Path.of(nameOrFile).getFileName()).replaceFirst("\\.ya?ml$", "");
        return Path.of(System.getProperty("user.home"), ".local", "share", "millwright", name);
    }

    static List<String> shipped() {
        if (!Files.isDirectory(examples())) {
            return List.of();
        }
        try (var files = Files.list(examples())) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(ENDING))
                    .map(name -> name.substring(0, name.length() - ENDING.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list the shipped plants in " + examples(), e);
        }
    }

    /** The folder of models that came with Millwright or were trained since; {@code null} where there is none. */
    public static @Nullable Path models() {
        Path folder = home().resolve("models");
        return Files.isDirectory(folder) ? folder : null;
    }

    private static Path examples() {
        return home().resolve("examples");
    }

    private static Path home() {
        String home = System.getenv("MILLWRIGHT_HOME");
        return Path.of(home == null ? "" : home);
    }
}
