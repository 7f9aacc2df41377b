package dev.millwright.bench.vision;

import dev.millwright.learning.vision.SurfacePicture;
import dev.millwright.vision.image.FrameReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads NEU-DET (Song and Yan 2013): a list of names for each part, a name beginning with the kind that the picture shows. */
final class NeuDet {
    private NeuDet() {}

    /** What the names of a list begin with, in the order of the alphabet. */
    static List<String> kinds(Path folder) throws IOException {
        return names(folder, "train.txt").stream()
                .map(NeuDet::kind)
                .distinct()
                .sorted()
                .toList();
    }

    /** The pictures of one of the set's own lists, train.txt or test.txt. */
    static List<SurfacePicture> pictures(Path folder, String list, List<String> kinds) throws IOException {
        var pictures = new ArrayList<SurfacePicture>();
        for (var name : names(folder, list)) {
            int kind = kinds.indexOf(kind(name));
            if (kind < 0) {
                throw new IllegalArgumentException(
                        "%s names '%s', which is none of %s\nTake the set as it is published."
                                .formatted(list, name, kinds));
            }
            var file = folder.resolve("IMAGES").resolve(name + ".jpg");
            pictures.add(new SurfacePicture(name, FrameReader.standard().readColour(file), kind));
        }
        return pictures;
    }

    private static List<String> names(Path folder, String list) throws IOException {
        return Files.readAllLines(folder.resolve(list)).stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static String kind(String name) {
        return name.substring(0, name.lastIndexOf('_'));
    }
}
