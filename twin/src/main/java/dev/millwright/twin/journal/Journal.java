package dev.millwright.twin.journal;

import dev.millwright.plant.event.Event;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** All events, in files that only ever grow. One thread appends; any thread reads what has been appended. */
public final class Journal implements AutoCloseable {

    private static final Logger LOG = System.getLogger(Journal.class.getName());

    private final Path directory;
    private final long segmentBytes;
    private final Disk disk;
    private final List<Segment> segments = new CopyOnWriteArrayList<>();
    private final Bytes bytes = new Bytes();

    private Journal(Path directory, long segmentBytes, Disk disk) {
        this.directory = directory;
        this.segmentBytes = segmentBytes;
        this.disk = disk;
    }

    /** Opens or begins a journal; an unfinished write at its end is cut off, damage before it is an error. */
    public static Journal open(Path directory, long segmentBytes, Disk disk) throws IOException {
        Files.createDirectories(directory);
        var journal = new Journal(directory, segmentBytes, disk);
        List<Path> files;
        try (var listing = Files.list(directory)) {
            files = listing.filter(file -> file.getFileName().toString().endsWith(".journal"))
                    .sorted()
                    .toList();
        }
        for (int i = 0; i < files.size(); i++) {
            journal.openSegment(files.get(i), i == files.size() - 1);
        }
        if (journal.segments.isEmpty()) {
            journal.addSegment(1);
        }
        return journal;
    }

    public long lastOffset() {
        return segments.getLast().lastOffset();
    }

    /** Makes events durable as one: after a crash either all of them are there or none. */
    public void append(List<Event> events) throws IOException {
        var segment = segments.getLast();
        if (segment.size() >= segmentBytes) {
            SegmentIndex.write(segment);
            segment = addSegment(segment.lastOffset() + 1);
        }
        segment.append(Frame.write(bytes, events), bytes, disk);
    }

    /**
     * Shows events in order until the visitor has seen enough.
     *
     * @param after the offset before the first to show
     * @param from stretches of the journal that are wholly older are passed over; {@code null} to pass over none
     * @param to stretches of the journal that are wholly newer are passed over; {@code null} to pass over none
     * @param visitor answers false to stop
     */
    public void forward(long after, @Nullable Instant from, @Nullable Instant to, Predicate<Event> visitor) {
        var cursor = new Cursor();
        for (var segment : segments) {
            if (segment.lastOffset() <= after) {
                continue;
            }
            for (var block : segment.blocks()) {
                if (block.lastOffset() <= after || !block.touches(from, to)) {
                    continue;
                }
                for (var event : events(segment, block, cursor)) {
                    if (event.offset() > after && !visitor.test(event)) {
                        return;
                    }
                }
            }
        }
    }

    /** As {@link #forward}, from the newest to the oldest; {@code before} is the offset behind the first to show. */
    public void backward(long before, @Nullable Instant from, @Nullable Instant to, Predicate<Event> visitor) {
        var cursor = new Cursor();
        for (var segment : segments.reversed()) {
            if (segment.firstOffset() >= before) {
                continue;
            }
            for (var block : segment.blocks().reversed()) {
                if (block.firstOffset() >= before || !block.touches(from, to)) {
                    continue;
                }
                for (var event : events(segment, block, cursor).reversed()) {
                    if (event.offset() < before && !visitor.test(event)) {
                        return;
                    }
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        for (var segment : segments) {
            segment.close();
        }
    }

    private static List<Event> events(Segment segment, Block block, Cursor cursor) {
        try {
            return segment.events(block, cursor);
        } catch (IOException e) {
            throw new UncheckedIOException("The journal cannot be read: " + e.getMessage(), e);
        }
    }

    private void openSegment(Path file, boolean last) throws IOException {
        long firstOffset = Long.parseLong(file.getFileName().toString().replace(".journal", ""));
        if (last && Files.size(file) < Segment.HEADER) {
            LOG.log(Level.INFO, "{0} was never finished and holds nothing: removed.", file);
            Files.delete(file);
            return;
        }
        if (!segments.isEmpty() && segments.getLast().lastOffset() + 1 != firstOffset) {
            throw new JournalDamaged(
                    file,
                    0,
                    "it begins with event %d, but the file before it ends with event %d"
                            .formatted(firstOffset, segments.getLast().lastOffset()),
                    segments.getLast().lastOffset());
        }
        var segment = Segment.open(file, firstOffset);
        segments.add(segment);
        var index = last ? List.<Block>of() : SegmentIndex.read(segment);
        if (!index.isEmpty()) {
            segment.restore(index);
            return;
        }
        long torn = segment.scan();
        if (torn > 0 && !last) {
            throw new JournalDamaged(
                    file, segment.size(), "the file does not end with a whole frame", segment.lastOffset());
        }
        if (torn > 0) {
            LOG.log(
                    Level.INFO,
                    "{0}: {1} bytes of an unfinished write cut off behind event {2}.",
                    file,
                    torn,
                    segment.lastOffset());
            segment.cut(disk);
        }
    }

    private Segment addSegment(long firstOffset) throws IOException {
        var segment = Segment.create(directory, firstOffset, disk);
        try (var channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
        segments.add(segment);
        return segment;
    }
}
