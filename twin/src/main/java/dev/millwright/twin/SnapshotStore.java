package dev.millwright.twin;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Predicate;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Snapshots save time alone: the journal is the truth. One that is damaged, of another format or of another plant is
 * passed over for an older one, or for the whole journal.
 */
final class SnapshotStore {

    private static final Logger LOG = System.getLogger(SnapshotStore.class.getName());
    private static final String SUFFIX = ".snapshot";
    private static final String MAGIC = "millwright snapshot";
    private static final int FORMAT = 2;
    private static final int NEWEST_KEPT = 3;
    private static final int MOST_KEPT = 64;

    private final Path directory;
    private final PlantIndex index;
    private final String plantDigest;

    SnapshotStore(Path directory, PlantIndex index) throws IOException {
        Files.createDirectories(directory);
        this.directory = directory;
        this.index = index;
        plantDigest = StateJson.digest(index);
    }

    private record Header(Instant time, long offset, String plant, String hash) {}

    void write(TwinState state) throws IOException {
        byte[] json = StateJson.write(state);
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.writeUTF(MAGIC);
        out.writeInt(FORMAT);
        out.writeUTF(state.time().toString());
        out.writeLong(state.offset());
        out.writeUTF(plantDigest);
        out.writeUTF(HexFormat.of().formatHex(StateJson.sha256().digest(json)));
        try (OutputStream packed = new DeflaterOutputStream(out, new Deflater(Deflater.BEST_SPEED))) {
            packed.write(json);
        }
        var file = directory.resolve("%020d%s".formatted(state.offset(), SUFFIX));
        var temporary = directory.resolve(file.getFileName() + ".new");
        try (var channel = FileChannel.open(
                temporary, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            var buffer = ByteBuffer.wrap(bytes.toByteArray());
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        thinOut();
    }

    /** The newest snapshot that holds nothing after an offset, and nothing after a time if one is given. */
    @Nullable
    TwinState latest(long lastOffset, @Nullable Instant time) {
        return newest(header ->
                header.offset() <= lastOffset && (time == null || !header.time().isAfter(time)));
    }

    private @Nullable TwinState newest(Predicate<Header> wanted) {
        for (var file : files().reversed()) {
            try (InputStream raw = Files.newInputStream(file);
                    var in = new DataInputStream(new java.io.BufferedInputStream(raw))) {
                var header = header(in);
                if (header != null && header.plant().equals(plantDigest) && wanted.test(header)) {
                    byte[] json = new InflaterInputStream(in).readAllBytes();
                    if (header.hash()
                            .equals(HexFormat.of().formatHex(StateJson.sha256().digest(json)))) {
                        return StateJson.read(index, json);
                    }
                    LOG.log(Level.WARNING, "{0} is damaged and passed over.", file);
                } else if (header == null || !header.plant().equals(plantDigest)) {
                    LOG.log(Level.INFO, "{0} is of another format or plant and passed over.", file);
                }
            } catch (IOException e) {
                LOG.log(Level.WARNING, "{0} cannot be read and is passed over: {1}", file, e.getMessage());
            }
        }
        return null;
    }

    private static @Nullable Header header(DataInputStream in) throws IOException {
        if (!MAGIC.equals(in.readUTF()) || in.readInt() != FORMAT) {
            return null;
        }
        var time = Instant.parse(in.readUTF());
        return new Header(time, in.readLong(), in.readUTF(), in.readUTF());
    }

    /** Keeps the newest, and of the others a choice that is spread evenly. */
    private void thinOut() throws IOException {
        var files = new ArrayList<>(files());
        while (files.size() > MOST_KEPT) {
            int closest = 1;
            for (int i = 1; i < files.size() - NEWEST_KEPT; i++) {
                if (gap(files, i) < gap(files, closest)) {
                    closest = i;
                }
            }
            Files.delete(files.remove(closest));
        }
    }

    private static long gap(List<Path> files, int i) {
        return offset(files.get(i + 1)) - offset(files.get(i - 1));
    }

    private static long offset(Path file) {
        return Long.parseLong(file.getFileName().toString().replace(SUFFIX, ""));
    }

    private List<Path> files() {
        try (var listing = Files.list(directory)) {
            return listing.filter(file -> file.getFileName().toString().endsWith(SUFFIX))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            LOG.log(Level.WARNING, "{0} cannot be listed: {1}", directory, e.getMessage());
            return List.of();
        }
    }
}
