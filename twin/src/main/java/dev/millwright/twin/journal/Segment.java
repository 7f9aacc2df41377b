package dev.millwright.twin.journal;

import dev.millwright.plant.event.Event;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** One file of the journal. */
final class Segment implements AutoCloseable {

    static final int HEADER = 16;
    private static final long MAGIC = 0x4D494C4C4A524E31L; // "MILLJRN1"

    private final Path file;
    private final long firstOffset;
    private final FileChannel channel;
    private final List<Block> blocks = new ArrayList<>();
    private long end = HEADER;
    private long lastOffset;

    private Segment(Path file, long firstOffset, FileChannel channel) {
        this.file = file;
        this.firstOffset = firstOffset;
        this.channel = channel;
        lastOffset = firstOffset - 1;
    }

    static Path path(Path directory, long firstOffset) {
        return directory.resolve("%020d.journal".formatted(firstOffset));
    }

    static Segment create(Path directory, long firstOffset, Disk disk) throws IOException {
        var file = path(directory, firstOffset);
        var channel = FileChannel.open(
                file, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
        disk.write(
                channel,
                ByteBuffer.allocate(HEADER).putLong(MAGIC).putLong(firstOffset).flip(),
                0);
        disk.force(channel);
        return new Segment(file, firstOffset, channel);
    }

    /** Opens a file that is there already; what it holds is not looked at yet. */
    static Segment open(Path file, long firstOffset) throws IOException {
        return new Segment(
                file, firstOffset, FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE));
    }

    /** Reads the whole file, builds the index, and returns how many bytes at its end are no whole frame. */
    long scan() throws IOException {
        try (var arena = Arena.ofConfined()) {
            return scan(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena)
                    .asByteBuffer());
        }
    }

    private long scan(ByteBuffer bytes) {
        if (bytes.limit() < HEADER || bytes.getLong(0) != MAGIC || bytes.getLong(8) != firstOffset) {
            throw new JournalDamaged(file, 0, "it does not begin as a journal file", firstOffset - 1);
        }
        int position = HEADER;
        for (var frame = Frame.read(bytes, position); frame != null; frame = Frame.read(bytes, position)) {
            if (frame.firstOffset() != lastOffset + 1) {
                throw new JournalDamaged(
                        file,
                        position,
                        "event %d follows event %d".formatted(frame.firstOffset(), lastOffset),
                        lastOffset);
            }
            add(frame);
            position += frame.bytes();
        }
        for (int later = position + 1; later + Frame.LEAST <= bytes.limit(); later++) {
            var frame = Frame.read(bytes, later);
            if (frame != null && frame.firstOffset() > lastOffset) {
                throw new JournalDamaged(
                        file,
                        position,
                        "the checksum is wrong, and event %d stands whole behind it".formatted(frame.firstOffset()),
                        lastOffset);
            }
        }
        return (long) bytes.limit() - position;
    }

    /** Cuts off what stands behind the last whole frame. */
    void cut(Disk disk) throws IOException {
        channel.truncate(end);
        disk.force(channel);
    }

    void restore(List<Block> index) {
        blocks.addAll(index);
        end = index.getLast().end();
        lastOffset = index.getLast().lastOffset();
    }

    void append(Frame frame, Bytes bytes, Disk disk) throws IOException {
        try {
            disk.write(channel, ByteBuffer.wrap(bytes.array(), 0, bytes.size()), end);
            disk.force(channel);
        } catch (IOException e) {
            takeBack(disk, e);
            throw e;
        }
        synchronized (this) {
            add(frame);
        }
    }

    /** What was not made safe is answered as not taken, and must not come back: it goes, as far as the disk obeys. */
    private void takeBack(Disk disk, IOException why) {
        try {
            cut(disk);
        } catch (IOException also) {
            why.addSuppressed(also);
        }
    }

    synchronized List<Block> blocks() {
        return List.copyOf(blocks);
    }

    /** The events of a block, in order. */
    List<Event> events(Block block, Cursor cursor) throws IOException {
        byte[] bytes = load(block.position(), Math.toIntExact(block.end() - block.position()));
        var buffer = ByteBuffer.wrap(bytes);
        var events = new ArrayList<Event>();
        long offset = block.firstOffset();
        for (int position = 0; position < bytes.length; ) {
            var frame = Frame.read(buffer, position);
            if (frame == null || frame.firstOffset() != offset) {
                throw new JournalDamaged(file, block.position() + position, "the checksum is wrong", offset - 1);
            }
            Frame.enter(cursor, bytes, position);
            for (int i = 0; i < frame.count(); i++) {
                events.add(EventCodec.read(cursor, offset++));
            }
            position += frame.bytes();
        }
        return events;
    }

    Path file() {
        return file;
    }

    long firstOffset() {
        return firstOffset;
    }

    synchronized long lastOffset() {
        return lastOffset;
    }

    synchronized long size() {
        return end;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private void add(Frame frame) {
        if (!blocks.isEmpty() && blocks.getLast().hasRoom()) {
            blocks.add(blocks.removeLast().plus(frame));
        } else {
            blocks.add(Block.of(frame, end));
        }
        end += frame.bytes();
        lastOffset = frame.lastOffset();
    }

    private byte[] load(long position, int length) throws IOException {
        var buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, position + buffer.position()) < 0) {
                throw new JournalDamaged(
                        file, position + buffer.position(), "the file ends here", Math.max(0, firstOffset - 1));
            }
        }
        return buffer.array();
    }
}
