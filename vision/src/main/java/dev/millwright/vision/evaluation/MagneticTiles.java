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
import java.util.stream.Stream;

/**
 * Magnetic tiles (Huang 2020). Learned from four fifths of the good ones, and judged on the rest and on all defects; or learned from
 * four fifths of each kind, and judged on the rest. Images of one tile, which share their num, stay on one side.
 */
public final class MagneticTiles {
    private static final Pattern TILE = Pattern.compile("exp\\d+_(num_\\d+)\\.jpg");
    private static final double LEARNED = 0.8;
    private static final List<String> KINDS = List.of("Blowhole", "Break", "Crack", "Fray", "Uneven");

    /** Images to learn from and images to judge by. */
    public record Parts(List<AnomalyCase> learned, List<AnomalyCase> judged) {}

    private MagneticTiles() {}

    /** Splits the tiles by chance of this seed. */
    public static MvtecFolder read(Path folder, long seed) {
        var free = split(folder, AnomalyCase.GOOD, new Random(seed));
        var test = new ArrayList<>(free.judged());
        for (var kind : KINDS) {
            test.addAll(cases(folder, kind));
        }
        return new MvtecFolder(free.learned().stream().map(AnomalyCase::image).toList(), test);
    }

    /** Four fifths of the tiles of each kind, good ones too, to learn from, and the rest to judge by. */
    public static Parts supervised(Path folder, long seed) {
        var random = new Random(seed);
        var learned = new ArrayList<AnomalyCase>();
        var judged = new ArrayList<AnomalyCase>();
        for (var kind :
                Stream.concat(Stream.of(AnomalyCase.GOOD), KINDS.stream()).toList()) {
            var parts = split(folder, kind, random);
            learned.addAll(parts.learned());
            judged.addAll(parts.judged());
        }
        return new Parts(learned, judged);
    }

    /** Four fifths of the tiles of a kind, and the others. */
    private static Parts split(Path folder, String kind, Random random) {
        var tiles = new TreeMap<String, List<AnomalyCase>>();
        for (var each : cases(folder, kind)) {
            var name = each.image().getFileName().toString();
            var matcher = TILE.matcher(name);
            tiles.computeIfAbsent(matcher.matches() ? matcher.group(1) : name, _ -> new ArrayList<>())
                    .add(each);
        }
        var order = new ArrayList<>(tiles.values());
        Collections.shuffle(order, random);
        int learned = (int) Math.round(LEARNED * order.size());
        return new Parts(
                order.subList(0, learned).stream().flatMap(List::stream).toList(),
                order.subList(learned, order.size()).stream()
                        .flatMap(List::stream)
                        .toList());
    }

    private static List<AnomalyCase> cases(Path folder, String kind) {
        boolean good = kind.equals(AnomalyCase.GOOD);
        return images(folder.resolve("MT_" + (good ? "Free" : kind))).stream()
                .map(image -> new AnomalyCase(image, good ? null : mask(image), kind))
                .toList();
    }

    private static Path mask(Path image) {
        var name = image.getFileName().toString();
        return image.resolveSibling(name.substring(0, name.length() - 4) + ".png");
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
