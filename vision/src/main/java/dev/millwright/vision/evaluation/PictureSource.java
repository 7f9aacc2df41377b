package dev.millwright.vision.evaluation;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * Where pictures lie: a folder with the folders in it, a single file, or a zip, which is read where it is and never unpacked to
 * disk. A zip that would unpack to far more than it is, is refused; archives within it are left alone.
 */
final class PictureSource implements AutoCloseable {
    private static final Pattern PICTURE = Pattern.compile(".*\\.(?:jpe?g|png|bmp|tiff?)", Pattern.CASE_INSENSITIVE);
    private static final int MOST_FILES = 100_000;
    private static final long MOST_BYTES = 16L << 30;
    /** Pictures hardly shrink; what does by more than this, and is large, was made to harm. */
    private static final long MOST_TIMES = 200;

    private static final long LARGE = 256L << 20;

    private final Path root;
    private final @Nullable FileSystem zip;

    private PictureSource(Path root, @Nullable FileSystem zip) {
        this.root = root;
        this.zip = zip;
    }

    static PictureSource open(Path path) throws IOException {
        if (!Files.exists(path)) {
            throw new IllegalArgumentException("no file or folder " + path + "\nName a folder or zip of pictures.");
        }
        if (!isZip(path)) {
            return new PictureSource(path, null);
        }
        try {
            var zip = FileSystems.newFileSystem(path);
            try {
                var root = zip.getRootDirectories().iterator().next();
                refuseBomb(path, root);
                return new PictureSource(root, zip);
            } catch (IOException | RuntimeException e) {
                zip.close();
                throw e;
            }
        } catch (ZipException e) {
            throw new IllegalArgumentException(
                    path + " is a broken zip: " + e.getMessage() + "\nPack it again, without a password.", e);
        }
    }

    /** The folder, or the root within the zip, or the single file. */
    Path root() {
        return root;
    }

    /** All pictures by name; what packers and systems hide is left out. */
    static List<Path> pictures(Path root) throws IOException {
        var pictures = new ArrayList<Path>();
        try (var files = Files.walk(root)) {
            for (Path file : files.sorted().toList()) {
                if (Files.isRegularFile(file)
                        && PICTURE.matcher(file.toString()).matches()
                        && !isHidden(root, file)) {
                    pictures.add(file);
                }
            }
        }
        return pictures;
    }

    private static boolean isHidden(Path root, Path file) {
        for (Path part : root.relativize(file)) {
            String name = part.toString();
            if (name.startsWith(".") || name.equals("__MACOSX")) {
                return true;
            }
        }
        return false;
    }

    private static boolean isZip(Path path) throws IOException {
        if (!Files.isRegularFile(path)) {
            return false;
        }
        try (var input = Files.newInputStream(path)) {
            byte[] magic = input.readNBytes(4);
            return magic.length == 4 && magic[0] == 'P' && magic[1] == 'K' && (magic[2] == 3 || magic[2] == 5);
        }
    }

    private static void refuseBomb(Path path, Path root) throws IOException {
        long files = 0;
        long bytes = 0;
        long packed = Files.size(path);
        try (var all = Files.walk(root)) {
            for (Path file : (Iterable<Path>) all::iterator) {
                files++;
                bytes += Files.isRegularFile(file) ? Files.size(file) : 0;
                if (files > MOST_FILES || bytes > MOST_BYTES || (bytes > LARGE && bytes > MOST_TIMES * packed)) {
                    throw new IllegalArgumentException(path + " of " + packed + " bytes unpacks to more than " + bytes
                            + " bytes in " + files + " files\nSend zips of at most " + MOST_FILES + " pictures and "
                            + MOST_BYTES + " bytes, unpacked no more than " + MOST_TIMES + " times as large.");
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        if (zip != null) {
            zip.close();
        }
    }
}
