package dev.millwright.vision.evaluation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Magnetic tiles (Huang 2020): learned from four fifths of the good ones, judged on the rest and on all defects. Images of one
 * tile, which share their num, stay on one side.
 */
public final class MagneticTiles {
    private static final Pattern TILE = Pattern.compile("exp\\d+_(num_\\d+)\\.jpg");
    private static final double LEARNED = 0.8;

    private MagneticTiles() {}

    /** Splits the tiles by chance of this seed. */
    public static MvtecFolder read(Path folder, long seed) {
        var tiles = new TreeMap<String, List<Path>>();
        for (var image : images(folder.resolve("MT_Free"))) {
            var matcher = TILE.matcher(image.getFileName().toString());
            var tile =
                    matcher.matches() ? matcher.group(1) : image.getFileName().toString();
            tiles.computeIfAbsent(tile, _ -> new ArrayList<>()).add(image);
        }
        var order = new ArrayList<>(tiles.keySet());
        Collections.shuffle(order, new Random(seed));
        int learned = (int) Math.round(LEARNED * order.size());
        var good = new ArrayList<Path>();
        var test = new ArrayList<AnomalyCase>();
        for (int i = 0; i < order.size(); i++) {
            for (var image : tiles.getOrDefault(order.get(i), List.of())) {
                if (i < learned) {
                    good.add(image);
                } else {
                    test.add(new AnomalyCase(image, null, AnomalyCase.GOOD));
                }
            }
        }
        for (var kind : List.of("Blowhole", "Break", "Crack", "Fray", "Uneven")) {
            for (var image : images(folder.resolve("MT_" + kind))) {
                var name = image.getFileName().toString();
                test.add(new AnomalyCase(
                        image, image.resolveSibling(name.substring(0, name.length() - 4) + ".png"), kind));
            }
        }
        return new MvtecFolder(good, test);
    }

    private static List<Path> images(Path kind) {
        try (var files = Files.list(kind.resolve("Imgs"))) {
            return files.filter(file -> file.toString().endsWith(".jpg"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "%s cannot be read.\nName the folder of the magnetic tiles, with MT_Free in it.".formatted(kind),
                    e);
        }
    }
}
