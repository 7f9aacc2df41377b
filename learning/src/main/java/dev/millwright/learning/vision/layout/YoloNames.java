package dev.millwright.learning.vision.layout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** What the numbers of YOLO's labels mean: {@code names} of a YAML file, or the lines of {@code classes.txt}. */
final class YoloNames {
    private YoloNames() {}

    /** The file that names the kinds; null where there is none. */
    static @Nullable Path file(Path folder) {
        var text = PictureFolder.named(folder, "data.yaml", "data.yml", "dataset.yaml", "classes.txt", "obj.names");
        var labels = PictureFolder.named(folder, "labels");
        if (text == null && labels != null && Files.isDirectory(labels)) {
            return PictureFolder.named(labels, "classes.txt");
        }
        return text;
    }

    /** Kinds by number. */
    static Map<Integer, String> read(Path file) {
        try {
            var kinds = PictureFolder.ending(file).startsWith("y")
                    ? yaml(Files.readString(file), file)
                    : lines(Files.readAllLines(file));
            if (kinds.isEmpty()) {
                throw new IllegalArgumentException(
                        "%s names no kinds\nWrite what the numbers of the labels mean, as 'names: [scratch, dent]'."
                                .formatted(file));
            }
            return kinds;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "%s cannot be read: %s\nIs it UTF-8 text?".formatted(file, e.getMessage()), e);
        }
    }

    private static Map<Integer, String> lines(List<String> lines) {
        var kinds = new TreeMap<Integer, String>();
        for (var line : lines) {
            if (!line.isBlank()) {
                kinds.put(kinds.size(), line.strip());
            }
        }
        return kinds;
    }

    private static Map<Integer, String> yaml(String text, Path file) {
        var kinds = new TreeMap<Integer, String>();
        try {
            Object read = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
            Object names = read instanceof Map<?, ?> map ? map.get("names") : null;
            if (names instanceof List<?> list) {
                list.forEach(name -> kinds.put(kinds.size(), String.valueOf(name)));
            } else if (names instanceof Map<?, ?> map) {
                map.forEach((number, name) -> kinds.put(Integer.valueOf(String.valueOf(number)), String.valueOf(name)));
            }
        } catch (YAMLException | NumberFormatException e) {
            throw new IllegalArgumentException(
                    "%s is no such YAML: %s\nWrite 'names:' with a list, or with a number for each name."
                            .formatted(file, String.valueOf(e.getMessage()).replace('\n', ' ')),
                    e);
        }
        return kinds;
    }
}
