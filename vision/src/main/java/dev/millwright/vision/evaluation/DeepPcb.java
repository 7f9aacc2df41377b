package dev.millwright.vision.evaluation;

import dev.millwright.vision.Defect;
import dev.millwright.vision.DefectType;
import dev.millwright.vision.image.Box;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads the DeepPCB data set (Tang et al., 2019): lists of pairs, and a box file for each. */
public final class DeepPcb {
    /** The set numbers its types from 1, in this order. */
    private static final List<DefectType> TYPES = List.of(
            DefectType.OPEN,
            DefectType.SHORT,
            DefectType.MOUSEBITE,
            DefectType.SPUR,
            DefectType.COPPER,
            DefectType.PINHOLE);

    private final Path root;

    private DeepPcb(Path root) {
        this.root = root;
    }

    /** Whether a folder, or the PCBData folder in it, holds the data set. */
    public static boolean isPresent(Path folder) {
        return Files.isRegularFile(folder.resolve("test.txt"))
                || Files.isRegularFile(folder.resolve("PCBData").resolve("test.txt"));
    }

    /** The data set in a folder, or in the PCBData folder in it. */
    public static DeepPcb in(Path folder) {
        if (!isPresent(folder)) {
            throw new IllegalArgumentException(
                    "no DeepPCB in " + folder + "\nName the folder that holds PCBData with its test.txt.");
        }
        Path inner = folder.resolve("PCBData");
        return new DeepPcb(Files.isRegularFile(inner.resolve("test.txt")) ? inner : folder);
    }

    /** The pairs of the official training list that are present. */
    public List<BoardPair> train() throws IOException {
        return pairs("train.txt");
    }

    /** The pairs of the official test list that are present. */
    public List<BoardPair> test() throws IOException {
        return pairs("test.txt");
    }

    private List<BoardPair> pairs(String list) throws IOException {
        var pairs = new ArrayList<BoardPair>();
        for (String line : Files.readAllLines(root.resolve(list))) {
            if (line.isBlank()) {
                continue;
            }
            String[] names = line.strip().split("\\s+", -1);
            if (names.length != 2 || !names[0].endsWith(".jpg")) {
                throw new IllegalArgumentException(
                        list + " has the line '" + line + "'\nWrite 'group/ID.jpg group_not/ID.txt'.");
            }
            String stem = names[0].substring(0, names[0].length() - ".jpg".length());
            Path image = root.resolve(stem + "_test.jpg");
            Path template = root.resolve(stem + "_temp.jpg");
            Path boxes = root.resolve(names[1]);
            if (Files.exists(image) && Files.exists(template) && Files.exists(boxes)) {
                pairs.add(new BoardPair(stem, image, template, defects(boxes)));
            }
        }
        return pairs;
    }

    /** A box file: one line 'x1 y1 x2 y2 type' for each defect, types from 1. */
    static List<Defect> defects(Path file) throws IOException {
        var defects = new ArrayList<Defect>();
        for (String line : Files.readAllLines(file)) {
            if (!line.isBlank()) {
                defects.add(defect(line.strip(), file));
            }
        }
        return defects;
    }

    /**
     * A line of a box file.
     *
     * @param file for messages
     * @throws IllegalArgumentException when it is none
     */
    public static Defect defect(String line, Path file) {
        try {
            String[] words = line.split("[\\s,]+", -1);
            var box = new Box(
                    Integer.parseInt(words[0]),
                    Integer.parseInt(words[1]),
                    Integer.parseInt(words[2]),
                    Integer.parseInt(words[3]));
            return new Defect(TYPES.get(Integer.parseInt(words[4]) - 1), box);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException(
                    file + " has the line '" + line + "'\nWrite 'x1 y1 x2 y2 type' with a type from 1 to 6.", e);
        }
    }
}
