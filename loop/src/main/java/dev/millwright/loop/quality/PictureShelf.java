package dev.millwright.loop.quality;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What inspections keep on disk: of each part the picture as it is shown, the picture as it came, and its template. The
 * latest stay, so many of each kind, over restarts too; what people corrected stays elsewhere ({@link CorrectedPictures}).
 */
final class PictureShelf {

    /** Whether a part passed; each kind has a folder and a limit of its own. */
    enum Kind {
        REJECTED("rejected", 2_000),
        PASSED("passed", 500);

        private final String folder;
        private final int most;

        Kind(String folder, int most) {
            this.folder = folder;
            this.most = most;
        }

        int most() {
            return most;
        }
    }

    private static final System.Logger LOG = System.getLogger(PictureShelf.class.getName());
    private static final Pattern FILE = Pattern.compile("(I-(\\d+))\\..+");
    private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};

    private final Path folder;
    /** By kind and the number of the inspection, the files that belong to it. */
    private final Map<Kind, NavigableMap<Long, List<Path>>> held = new EnumMap<>(Kind.class);

    /**
     * Opens the shelf; what an earlier run left counts towards the limits.
     *
     * @throws UncheckedIOException when the folder cannot be made or read
     */
    PictureShelf(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
        try {
            for (var kind : Kind.values()) {
                held.put(kind, found(Files.createDirectories(this.folder.resolve(kind.folder))));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot use the folder for inspected pictures " + folder, e);
        }
    }

    private static NavigableMap<Long, List<Path>> found(Path kind) throws IOException {
        var numbers = new TreeMap<Long, List<Path>>();
        try (var files = Files.list(kind)) {
            files.forEach(file -> {
                var name = FILE.matcher(file.getFileName().toString());
                if (name.matches()) {
                    numbers.computeIfAbsent(Long.valueOf(name.group(2)), _ -> new ArrayList<>())
                            .add(file);
                }
            });
        }
        return numbers;
    }

    /** Keeps an inspection's pictures, and lets go of what is too old by now. */
    synchronized Kept keep(Kind kind, long number, InspectionPictures pictures) {
        byte[] template = pictures.template();
        byte[] heat = pictures.heat();
        return new Kept(
                put(kind, number, ".png", pictures.shown()),
                put(kind, number, ".picture." + extension(pictures.picture()), pictures.picture()),
                template == null ? null : put(kind, number, ".template." + extension(template), template),
                heat == null ? null : put(kind, number, ".heat.png", heat));
    }

    /** Puts a file beside an inspection's pictures, with which it stays and goes; the path by which it is read. */
    synchronized String put(Kind kind, long number, String ending, byte[] bytes) {
        Path file = folder.resolve(kind.folder).resolve("I-" + number + ending);
        try {
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep a picture of inspection I-" + number + " as " + file, e);
        }
        var numbers = held.getOrDefault(kind, new TreeMap<>());
        numbers.computeIfAbsent(number, _ -> new ArrayList<>()).add(file);
        while (numbers.size() > kind.most) {
            numbers.pollFirstEntry().getValue().forEach(PictureShelf::delete);
        }
        return folder.relativize(file).toString().replace('\\', '/');
    }

    /** The files with an ending that lie beside the pictures of a kind, the oldest inspection's first. */
    synchronized List<Path> files(Kind kind, String ending) {
        return held.getOrDefault(kind, new TreeMap<>()).values().stream()
                .flatMap(List::stream)
                .filter(file -> file.toString().endsWith(ending))
                .toList();
    }

    /** What lies at a path that an event names; empty when it is gone. */
    Optional<byte[]> read(String path) {
        Path file = folder.resolve(path).normalize();
        if (!file.startsWith(folder) || Files.isDirectory(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("The picture " + path + " cannot be read", e);
        }
    }

    /** The same of a path that may be none; null when it is gone. */
    byte @Nullable [] find(@Nullable String path) {
        return path == null ? null : read(path).orElse(null);
    }

    boolean holds(String path) {
        Path file = folder.resolve(path).normalize();
        return file.startsWith(folder) && Files.isRegularFile(file);
    }

    static String extension(byte[] picture) {
        return isJpeg(picture) ? "jpg" : "png";
    }

    static boolean isJpeg(byte[] picture) {
        return picture.length >= JPEG.length && Arrays.equals(picture, 0, JPEG.length, JPEG, 0, JPEG.length);
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "An old picture could not be deleted: {0}", e.getMessage());
        }
    }
}
