package dev.millwright.learning.vision;

import dev.millwright.vision.image.FrameReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Pictures in a folder for each kind, as in X-SDD: the folder's name is the kind's.
 *
 * @param kinds names of the kinds, in the order of the alphabet
 * @param pictures of all kinds
 */
public record SurfaceFolder(List<String> kinds, List<SurfacePicture> pictures) {
    private static final Set<String> ENDINGS = Set.of("jpg", "jpeg", "png", "bmp", "tif", "tiff");

    public SurfaceFolder {
        kinds = List.copyOf(kinds);
        pictures = List.copyOf(pictures);
    }

    /**
     * Reads all pictures.
     *
     * @throws IllegalArgumentException with fewer than two folders of pictures
     */
    public static SurfaceFolder read(Path folder) {
        var kinds = new ArrayList<String>();
        var pictures = new ArrayList<SurfacePicture>();
        for (var inner : sorted(folder)) {
            var files = Files.isDirectory(inner)
                    ? sorted(inner).stream().filter(SurfaceFolder::isPicture).toList()
                    : List.<Path>of();
            if (!files.isEmpty()) {
                for (var file : files) {
                    pictures.add(new SurfacePicture(
                            inner.getFileName() + "/" + file.getFileName(),
                            FrameReader.standard().readColour(file),
                            kinds.size()));
                }
                kinds.add(inner.getFileName().toString());
            }
        }
        if (kinds.size() < 2) {
            throw new IllegalArgumentException(
                    "%s holds pictures of %d kinds\nGive a folder with two folders of pictures or more, named by what they show."
                            .formatted(folder, kinds.size()));
        }
        return new SurfaceFolder(kinds, pictures);
    }

    private static boolean isPicture(Path file) {
        var name = file.getFileName().toString();
        return ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }

    private static List<Path> sorted(Path folder) {
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be read: %s".formatted(folder, e.getMessage()), e);
        }
    }
}
