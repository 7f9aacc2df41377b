package dev.millwright.twin.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps a second process out of a data directory. The system lets go of it when the process dies, however it dies. */
public final class DirectoryLock implements AutoCloseable {

    /** Locks of this process: closing a second handle on a lock file would let go of the first one's lock. */
    private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

    private final Path directory;
    private final FileChannel channel;

    private DirectoryLock(Path directory, FileChannel channel) {
        this.directory = directory;
        this.channel = channel;
    }

    public static DirectoryLock take(Path directory) throws IOException {
        Files.createDirectories(directory);
        var place = directory.toRealPath();
        if (!OURS.add(place)) {
            throw inUse(directory, "this process");
        }
        try {
            return new DirectoryLock(place, lock(place));
        } catch (IOException | RuntimeException e) {
            OURS.remove(place);
            throw e;
        }
    }

    private static FileChannel lock(Path directory) throws IOException {
        var channel = FileChannel.open(
                directory.resolve("lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            var holder = ByteBuffer.allocate(32);
            channel.read(holder, 0);
            channel.close();
            throw inUse(
                    directory,
                    "process " + new String(holder.array(), 0, holder.position(), StandardCharsets.UTF_8).strip());
        }
        var mine = (ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.UTF_8);
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(mine), 0);
        return channel;
    }

    private static IllegalStateException inUse(Path directory, String holder) {
        return new IllegalStateException(
                "The data directory %s is in use by %s.\nStop that one first, or use another directory."
                        .formatted(directory, holder));
    }

    @Override
    public void close() throws IOException {
        channel.close();
        OURS.remove(directory);
    }
}
