package dev.millwright.twin.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/** The index of a full segment, in a file beside it. It saves time alone: a missing or damaged one is built anew. */
final class SegmentIndex {

    private static final int ENTRY = 6 * 8;

    private SegmentIndex() {}

    static void write(Segment segment) throws IOException {
        var blocks = segment.blocks();
        var buffer = ByteBuffer.allocate(8 + blocks.size() * ENTRY);
        for (var block : blocks) {
            buffer.putLong(block.position())
                    .putLong(block.end())
                    .putLong(block.firstOffset())
                    .putLong(block.lastOffset())
                    .putLong(block.minSecond())
                    .putLong(block.maxSecond());
        }
        buffer.putLong(crc(buffer.array(), buffer.position()));
        var file = path(segment.file());
        var temporary = file.resolveSibling(file.getFileName() + ".new");
        Files.write(temporary, buffer.array());
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Empty when there is no good index. */
    static List<Block> read(Segment segment) throws IOException {
        var file = path(segment.file());
        if (!Files.exists(file)) {
            return List.of();
        }
        byte[] bytes = Files.readAllBytes(file);
        if (bytes.length < 8 + ENTRY || (bytes.length - 8) % ENTRY != 0) {
            return List.of();
        }
        var buffer = ByteBuffer.wrap(bytes);
        if (buffer.getLong(bytes.length - 8) != crc(bytes, bytes.length - 8)) {
            return List.of();
        }
        var blocks = new ArrayList<Block>();
        while (buffer.remaining() > 8) {
            blocks.add(new Block(
                    buffer.getLong(),
                    buffer.getLong(),
                    buffer.getLong(),
                    buffer.getLong(),
                    buffer.getLong(),
                    buffer.getLong()));
        }
        boolean fits = blocks.getFirst().firstOffset() == segment.firstOffset()
                && blocks.getLast().end() == Files.size(segment.file());
        return fits ? blocks : List.of();
    }

    private static Path path(Path segment) {
        return segment.resolveSibling(segment.getFileName().toString().replace(".journal", ".index"));
    }

    private static long crc(byte[] bytes, int length) {
        var crc = new CRC32C();
        crc.update(bytes, 0, length);
        return crc.getValue();
    }
}
