package dev.millwright.plant.file;

import dev.millwright.plant.Plant;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Reads a plant from one YAML file: strictly, and telling all its mistakes at once by line, value and cure. */
public final class PlantFile {

    private PlantFile() {}

    /** Reads a plant file. */
    public static Plant load(Path file) {
        try {
            return parse(file.toString(), Files.readString(file));
        } catch (NoSuchFileException e) {
            throw unreadable(file.toString(), "There is no such file.", "Check the path: " + file.toAbsolutePath());
        } catch (IOException e) {
            throw unreadable(
                    file.toString(),
                    "It cannot be read: " + e.getMessage(),
                    "It is a text file in UTF-8; may you read it?");
        }
    }

    /** Reads a plant from text; the name stands in messages. */
    public static Plant parse(String name, String yaml) {
        var problems = new Problems();
        Plant plant = new PlantReader(problems).read(compose(name, yaml));
        if (plant == null || problems.count() > 0) {
            throw new PlantFileException(name, problems.inOrder());
        }
        return plant;
    }

    private static Node compose(String name, String yaml) {
        Node root;
        try {
            root = new Yaml(new LoaderOptions()).compose(new StringReader(yaml));
        } catch (MarkedYAMLException e) {
            var mark = e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark();
            throw new PlantFileException(
                    name,
                    List.of(
                            new Problem(
                                    mark.getLine() + 1,
                                    mark.getColumn() + 1,
                                    "This is not YAML: %s.".formatted(e.getProblem()),
                                    "Look for wrong indentation, a missing ':' or an unclosed quote or bracket here or just above.")));
        } catch (YAMLException e) {
            throw unreadable(name, "This is not YAML: " + e.getMessage(), "Save the file as plain UTF-8 text.");
        }
        if (root == null) {
            throw unreadable(name, "It is empty.", "Begin with 'plant: my-plant'; the shipped examples show the rest.");
        }
        return root;
    }

    private static PlantFileException unreadable(String name, String message, String cure) {
        return new PlantFileException(name, List.of(new Problem(0, 0, message, cure)));
    }
}
