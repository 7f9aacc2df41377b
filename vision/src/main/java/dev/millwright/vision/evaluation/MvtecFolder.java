package dev.millwright.vision.evaluation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One category of images in MVTec's manner: {@code train/good}, {@code test/KIND} and {@code ground_truth/KIND/NAME_mask.png}.
 *
 * @param good images to learn from
 * @param test images to judge by
 */
public record MvtecFolder(List<Path> good, List<AnomalyCase> test) {
    public MvtecFolder {
        good = List.copyOf(good);
        test = List.copyOf(test);
    }

    /** Reads a category's folder, or a folder with one category in it. */
    public static MvtecFolder read(Path folder) {
        var category = Files.isDirectory(folder.resolve("train")) ? folder : only(folder);
        var test = new ArrayList<AnomalyCase>();
        for (var kind : entries(category.resolve("test"))) {
            for (var image : images(kind)) {
                test.add(new AnomalyCase(
                        image, mask(category, kind, image), kind.getFileName().toString()));
            }
        }
        return new MvtecFolder(images(category.resolve("train").resolve("good")), test);
    }

    /** Good images to learn from: those of {@code train/good} in MVTec's manner, or else all that lie in a folder. */
    public static List<Path> goodImages(Path folder) {
        var good = folder.resolve("train").resolve("good");
        return images(Files.isDirectory(good) ? good : folder);
    }

    private static Path only(Path folder) {
        var categories = entries(folder).stream()
                .filter(each -> Files.isDirectory(each.resolve("train")))
                .toList();
        if (categories.size() != 1) {
            throw new IllegalArgumentException("%s holds %d categories with a folder train.\nName the folder of one."
                    .formatted(folder, categories.size()));
        }
        return categories.getFirst();
    }

    private static @org.jspecify.annotations.Nullable Path mask(Path category, Path kind, Path image) {
        var name = image.getFileName().toString();
        var mask = category.resolve("ground_truth")
                .resolve(kind.getFileName().toString())
                .resolve(name.substring(0, name.lastIndexOf('.')) + "_mask.png");
        return Files.exists(mask) ? mask : null;
    }

    private static List<Path> images(Path folder) {
        var images = entries(folder).stream()
                .filter(file -> file.toString().toLowerCase(Locale.ROOT).matches(".*\\.(png|jpe?g|bmp|tiff?)"))
                .toList();
        if (images.isEmpty()) {
            throw new IllegalArgumentException(
                    "There is no PNG, JPEG, BMP or TIFF in %s.\nName a folder of images.".formatted(folder));
        }
        return images;
    }

    private static List<Path> entries(Path folder) {
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be read.\nName an existing folder.".formatted(folder), e);
        }
    }
}
