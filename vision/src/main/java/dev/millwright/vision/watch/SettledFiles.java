package dev.millwright.vision.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the files of a folder, and the folders in it, that have become complete: not empty, and as large and as old in two scans
 * running. A file that changes later is told again.
 */
public final class SettledFiles {
    private record Look(long size, FileTime modified) {}

    private final Path folder;
    private Map<Path, Look> before = new HashMap<>();
    private final Map<Path, Look> told = new HashMap<>();

    public SettledFiles(Path folder) {
        this.folder = folder;
    }

    /** The files that became complete since the last scan, by name. */
    public List<Path> scan() throws IOException {
        var now = new HashMap<Path, Look>();
        try (var files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                look(file, now);
            }
        }
        var settled = new ArrayList<Path>();
        now.forEach((file, look) -> {
            if (look.size > 0 && look.equals(before.get(file)) && !look.equals(told.get(file))) {
                settled.add(file);
                told.put(file, look);
            }
        });
        told.keySet().retainAll(now.keySet());
        before = now;
        settled.sort(null);
        return settled;
    }

    private static void look(Path file, Map<Path, Look> now) throws IOException {
        try {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class);
            if (attributes.isRegularFile()) {
                now.put(file, new Look(attributes.size(), attributes.lastModifiedTime()));
            }
        } catch (NoSuchFileException gone) {
            now.remove(file); // taken away since the folder was listed
        }
    }
}
