package dev.millwright.twin.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millwright.plant.EquipmentId;
import dev.millwright.plant.Quality;
import dev.millwright.plant.Reading;
import dev.millwright.plant.event.Event;
import dev.millwright.plant.event.Fact;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NullUnmarked
class JournalTest {

    private static final Instant START = Instant.parse("2026-03-02T06:00:00.123456789Z");
    private static final EquipmentId DRILL = EquipmentId.of("hall/area/line-1/cell/drill");

    /** Does not wait for the disk: hundreds of journals are opened to look at their ends. */
    private static final Disk HASTY = new Disk() {
        @Override
        public void write(FileChannel channel, ByteBuffer bytes, long position) throws IOException {
            Disk.REAL.write(channel, bytes, position);
        }

        @Override
        public void force(FileChannel channel) {}
    };

    @TempDir
    Path directory;

    private static Event event(long offset) {
        var time = START.plusSeconds(offset);
        Fact fact = offset % 3 == 0
                ? new Fact.ConnectionLost("cable " + offset)
                : new Fact.ReadingsTaken(List.of(
                        Reading.good("temperature", offset / 3.0, time),
                        new Reading("vibration", Double.NaN, time.minusMillis(5), Quality.BAD),
                        new Reading("current", -0.0, time, Quality.UNCERTAIN)));
        return new Event(offset, time, START, "tést", DRILL, offset % 2 == 0 ? "e1" : null, null, "because", fact);
    }

    private static List<Event> events(long from, long to) {
        var events = new ArrayList<Event>();
        for (long offset = from; offset <= to; offset++) {
            events.add(event(offset));
        }
        return events;
    }

    private static List<Event> all(Journal journal) {
        var events = new ArrayList<Event>();
        journal.forward(0, null, null, events::add);
        return events;
    }

    private Journal open() throws IOException {
        return Journal.open(directory, 4_000, Disk.REAL);
    }

    private void fill() throws IOException {
        try (var journal = open()) {
            for (int i = 0; i < 30; i++) {
                journal.append(events(i * 4 + 1, i * 4 + 4));
            }
        }
    }

    private List<Path> files(String suffix) throws IOException {
        try (var files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void whatWasWrittenIsReadAgainOverManyFiles() throws IOException {
        fill();
        assertThat(files(".journal")).hasSizeGreaterThan(3);
        try (var journal = open()) {
            assertThat(journal.lastOffset()).isEqualTo(120);
            assertThat(all(journal)).isEqualTo(events(1, 120));
            var some = new ArrayList<Event>();
            journal.forward(57, null, null, event -> {
                some.add(event);
                return some.size() < 3;
            });
            assertThat(some).isEqualTo(events(58, 60));
            some.clear();
            journal.backward(12, null, null, event -> {
                some.add(event);
                return true;
            });
            assertThat(some.reversed()).isEqualTo(events(1, 11));
            journal.append(events(121, 121));
            assertThat(journal.lastOffset()).isEqualTo(121);
        }
    }

    @Test
    void stretchesOfAnotherTimeArePassedOver() throws IOException {
        fill();
        try (var journal = open()) {
            var seen = new ArrayList<Event>();
            journal.forward(0, START.plusSeconds(100), START.plusSeconds(101), seen::add);
            assertThat(seen).contains(event(100), event(101)).hasSizeLessThan(60);
        }
    }

    @Test
    void aTornTailIsCutAtEveryByte() throws IOException {
        try (var journal = Journal.open(directory, 1 << 20, HASTY)) {
            journal.append(events(1, 3));
        }
        var file = files(".journal").getFirst();
        int whole = (int) Files.size(file);
        try (var journal = Journal.open(directory, 1 << 20, HASTY)) {
            journal.append(events(4, 5));
        }
        byte[] bytes = Files.readAllBytes(file);
        for (int length = whole; length < bytes.length; length++) {
            Files.write(file, java.util.Arrays.copyOf(bytes, length));
            try (var journal = Journal.open(directory, 1 << 20, HASTY)) {
                assertThat(journal.lastOffset()).as("cut at %d", length).isEqualTo(3);
                journal.append(events(4, 4));
            }
            try (var journal = Journal.open(directory, 1 << 20, HASTY)) {
                assertThat(all(journal)).as("cut at %d", length).isEqualTo(events(1, 4));
            }
        }
        for (int length = 0; length < Segment.HEADER; length++) {
            Files.write(file, java.util.Arrays.copyOf(bytes, length));
            try (var journal = Journal.open(directory, 1 << 20, HASTY)) {
                assertThat(journal.lastOffset()).as("cut at %d", length).isZero();
            }
        }
    }

    @Test
    void aDamagedMiddleIsAnErrorThatNamesThePlaceAndACure() throws IOException {
        try (var journal = Journal.open(directory, 1 << 20, Disk.REAL)) {
            journal.append(events(1, 3));
            journal.append(events(4, 6));
            journal.append(events(7, 9));
        }
        var file = files(".journal").getFirst();
        byte[] bytes = Files.readAllBytes(file);
        for (int place : new int[] {Segment.HEADER + 1, Segment.HEADER + 60, bytes.length / 2}) {
            byte[] damaged = bytes.clone();
            damaged[place] ^= 0x40;
            Files.write(file, damaged);
            assertThatThrownBy(() -> Journal.open(directory, 1 << 20, Disk.REAL))
                    .isInstanceOf(JournalDamaged.class)
                    .hasMessageContaining(file.toString())
                    .hasMessageContaining("damaged at byte")
                    .hasMessageContaining("Restore the file from a backup");
        }
    }

    @Test
    void damageInAnOlderFileIsFoundWhenItIsRead() throws IOException {
        fill();
        var file = files(".journal").get(1);
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        try (var journal = open()) {
            assertThatThrownBy(() -> all(journal))
                    .isInstanceOf(JournalDamaged.class)
                    .hasMessageContaining(file.toString());
        }
        Files.delete(file);
        assertThatThrownBy(this::open).isInstanceOf(JournalDamaged.class).hasMessageContaining("it begins with event");
    }

    @Test
    void aFileThatIsNoJournalIsNamed() throws IOException {
        Files.write(directory.resolve("00000000000000000001.journal"), new byte[100]);
        assertThatThrownBy(this::open).isInstanceOf(JournalDamaged.class).hasMessageContaining("does not begin as");
    }

    @Test
    void aMissingOrDamagedIndexIsBuiltAnew() throws IOException {
        fill();
        var indexes = files(".index");
        Files.delete(indexes.get(0));
        byte[] bytes = Files.readAllBytes(indexes.get(1));
        bytes[3] ^= 1;
        Files.write(indexes.get(1), bytes);
        Files.write(indexes.get(2), new byte[] {1, 2, 3});
        try (var journal = open()) {
            assertThat(all(journal)).isEqualTo(events(1, 120));
        }
    }
}
