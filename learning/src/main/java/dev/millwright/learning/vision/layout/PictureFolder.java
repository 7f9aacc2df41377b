package dev.millwright.learning.vision.layout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What lies in a folder, by name; names count in any case, as people copy sets between systems. */
final class PictureFolder {
    private static final Set<String> ENDINGS = Set.of("jpg", "jpeg", "png", "bmp", "tif", "tiff");

    private PictureFolder() {}

    /** Files and folders in a folder, in the order of the alphabet; what systems hide is left out. */
    static List<Path> entries(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(file -> !name(file).startsWith(".")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be read.\nName an existing folder.".formatted(folder), e);
        }
    }

    static List<Path> pictures(Path folder) {
        return entries(folder).stream().filter(PictureFolder::isPicture).toList();
    }

    static List<Path> folders(Path folder) {
        return entries(folder).stream().filter(Files::isDirectory).toList();
    }

    /** Files of an ending in a folder and the folders in it. */
    static List<Path> deep(Path folder, String ending) {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> ending(file).equals(ending) && Files.isRegularFile(file))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be read.\nName an existing folder.".formatted(folder), e);
        }
    }

    static List<Path> deepPictures(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> isPicture(file)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be read.\nName an existing folder.".formatted(folder), e);
        }
    }

    /** The entry of one of these names in any case; null where there is none. */
    static @Nullable Path named(Path folder, String... names) {
        for (var name : names) {
            for (var entry : entries(folder)) {
                if (name(entry).equalsIgnoreCase(name)) {
                    return entry;
                }
            }
        }
        return null;
    }

    /** The picture of a name without ending in a folder; null where there is none. */
    static @Nullable Path picture(Path folder, String stem) {
        for (var ending : List.of("jpg", "png", "jpeg", "bmp", "tif", "tiff", "JPG", "PNG", "JPEG", "BMP", "TIF")) {
            var file = folder.resolve(stem + "." + ending);
            if (Files.isRegularFile(file)) {
                return file;
            }
        }
        return null;
    }

    static boolean isPicture(Path file) {
        return ENDINGS.contains(ending(file)) && !name(file).startsWith(".") && Files.isRegularFile(file);
    }

    static String ending(Path file) {
        return name(file).substring(name(file).lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    static String stem(Path file) {
        int dot = name(file).lastIndexOf('.');
        return dot < 0 ? name(file) : name(file).substring(0, dot);
    }

    static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
