package dev.millwright.learning.life;

import dev.millwright.inference.ModelRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what has been trained so far in a folder, so that a training that was killed goes on where it stood. What was
 * trained otherwise or on other data has another name and is not found.
 */
public final class Checkpoints {
    /** Keeps nothing. */
    public static final Checkpoints NONE = new Checkpoints(null);

    private final @Nullable Path folder;
    private final AtomicInteger found = new AtomicInteger();

    private Checkpoints(@Nullable Path folder) {
        this.folder = folder;
    }

    /** In a folder that is made where it is missing. */
    public static Checkpoints in(Path folder) {
        try {
            return new Checkpoints(Files.createDirectories(folder));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "%s cannot be made: %s\nName a folder that can be written.".formatted(folder, e.getMessage()), e);
        }
    }

    /** In a folder from which whatever was kept is thrown away. */
    public static Checkpoints anew(Path folder) {
        in(folder).discard();
        return in(folder);
    }

    /**
     * What was kept, or is made now and kept.
     *
     * @param what everything that it depends on
     */
    public byte[] keep(String what, Supplier<byte[]> made) {
        if (folder == null) {
            return made.get();
        }
        var file = folder.resolve(name(what));
        try {
            if (Files.exists(file)) {
                found.incrementAndGet();
                return Files.readAllBytes(file);
            }
            byte[] bytes = made.get();
            var part = Files.createTempFile(folder, "part", "");
            Files.write(part, bytes);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "%s cannot be kept: %s\nIs the disk full?".formatted(file, e.getMessage()), e);
        }
    }

    /**
     * The same of a training that has checkpoints of its own, and throws them away when it is done.
     *
     * @param made is given the folder for them; null where nothing is kept
     */
    public byte[] keep(String what, Function<@Nullable Path, byte[]> made) {
        return keep(what, () -> made.apply(folder == null ? null : folder.resolve(name(what) + ".steps")));
    }

    private static String name(String what) {
        return ModelRegistry.sha256(what.getBytes(StandardCharsets.UTF_8));
    }

    /** How much was found that an earlier training had kept. */
    public int found() {
        return found.get();
    }

    /** Lets go of all that was kept, and of the folder, once it is no longer needed. */
    public void discard() {
        if (folder == null) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "%s cannot be deleted: %s\nDelete it by hand; it is no longer needed."
                            .formatted(folder, e.getMessage()),
                    e);
        }
    }
}
