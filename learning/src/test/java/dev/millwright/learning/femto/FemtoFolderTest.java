package dev.millwright.learning.femto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The folder of the set as it is and as it must not be. */
class FemtoFolderTest {
    private static final String ABOUT = """
            bearing,part,snapshots_full,snapshots_in_truncated_test,rul_seconds_at_truncation
            Bearing1_3,Full_Test_Set,3,2,10
            Bearing1_1,Learning_set,3,,
            Bearing1_2,Learning_set,2,,
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void writeFolder() throws IOException {
        Files.createDirectories(folder.resolve("features"));
        Files.createDirectories(folder.resolve("raw"));
        Files.writeString(folder.resolve("bearings.csv"), ABOUT);
        features("Bearing1_3", 3);
        features("Bearing1_1", 3);
        features("Bearing1_2", 2);
    }

    private static String header() {
        return "snapshot,hour,minute,second," + String.join(",", FemtoFolder.FEATURES) + "\n";
    }

    private void features(String bearing, int snapshots) throws IOException {
        var lines = IntStream.rangeClosed(1, snapshots)
                .mapToObj(i -> i + ",9,39,0" + ("," + i).repeat(FemtoFolder.FEATURES.size()))
                .collect(Collectors.joining("\n"));
        packed("features/" + bearing + ".csv.gz", (header() + lines + "\n").getBytes(StandardCharsets.US_ASCII));
    }

    private void packed(String file, byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(out)) {
            zip.write(bytes);
        }
        Files.write(folder.resolve(file), out.toByteArray());
    }

    @Test
    void bearingsAreReadAsTheyStand() {
        var bearings = FemtoFolder.read(folder);
        assertThat(bearings).extracting(Bearing::name).containsExactly("Bearing1_3", "Bearing1_1", "Bearing1_2");
        assertThat(bearings).extracting(Bearing::toLearnFrom).containsExactly(false, true, true);
        assertThat(bearings).extracting(Bearing::cutAt).containsExactly(2, 3, 2);
        assertThat(bearings.getFirst().leftSeconds()).isEqualTo(10);
        assertThat(bearings.getFirst().snapshots()[1]).hasSize(24).containsOnly(2);
    }

    @Test
    void aWrongCellIsNamedByFileLineAndColumn() throws IOException {
        packed(
                "features/Bearing1_1.csv.gz",
                (header() + "1,9,39,0,1,loud" + ",1".repeat(22) + "\n").getBytes(StandardCharsets.US_ASCII));
        assertThatThrownBy(() -> FemtoFolder.read(folder))
                .hasMessageContaining("Bearing1_1.csv.gz line 2, column 'h_rms' says 'loud'.");
        packed("features/Bearing1_1.csv.gz", (header() + "1,9,39,0,1\n").getBytes(StandardCharsets.US_ASCII));
        assertThatThrownBy(() -> FemtoFolder.read(folder)).hasMessageContaining("line 2 has 5 columns instead of 28.");
        packed("features/Bearing1_1.csv.gz", "a,b\n".getBytes(StandardCharsets.US_ASCII));
        assertThatThrownBy(() -> FemtoFolder.read(folder)).hasMessageContaining("has no column 'h_mean'.");
    }

    @Test
    void filesThatDoNotBelongTogetherAreTold() throws IOException {
        features("Bearing1_1", 2);
        assertThatThrownBy(() -> FemtoFolder.read(folder))
                .hasMessageContaining("Bearing1_1.csv.gz has 2 snapshots, and bearings.csv says 3.");
        features("Bearing1_1", 3);
        Files.writeString(folder.resolve("bearings.csv"), ABOUT.replace("3,2,10", "3,7,10"));
        assertThatThrownBy(() -> FemtoFolder.read(folder))
                .hasMessageContaining("Bearing1_3 is cut off after 7 of 3 snapshots");
        Files.writeString(folder.resolve("bearings.csv"), ABOUT.replace("Learning_set,2", "Other,2"));
        assertThatThrownBy(() -> FemtoFolder.read(folder))
                .hasMessageContaining("bearings.csv line 4, column 'snapshots_in_truncated_test' says ''.");
        Files.writeString(folder.resolve("bearings.csv"), ABOUT.lines().limit(3).collect(Collectors.joining("\n")));
        assertThatThrownBy(() -> FemtoFolder.read(folder)).hasMessageContaining("names no two bearings");
    }

    @Test
    void aBrokenOrMissingFileIsTold() throws IOException {
        var file = folder.resolve("features/Bearing1_2.csv.gz");
        var whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length - 12));
        assertThatThrownBy(() -> FemtoFolder.read(folder))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("Bearing1_2.csv.gz cannot be unpacked");
        Files.delete(file);
        assertThatThrownBy(() -> FemtoFolder.read(folder)).hasMessageContaining("Bearing1_2.csv.gz is not there.");
        Files.delete(folder.resolve("bearings.csv"));
        assertThatThrownBy(() -> FemtoFolder.read(folder)).hasMessageContaining("bearings.csv is not there.");
    }

    /** A tone of 2 kHz on one axis, nothing but an offset on the other. */
    @Test
    void rawSnapshotsGiveTheFeaturesOfBothAxes() throws IOException {
        var bytes = ByteBuffer.allocate(2560 * 2 * 4).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < 2560; i++) {
            bytes.putInt((int) Math.round(1_000_000 * Math.sin(2 * Math.PI * 2_000 * i / 25_600)))
                    .putInt(500);
        }
        packed("raw/Bearing1_1.i32le.gz", bytes.array());
        assertThat(RawSnapshots.in(
                        folder,
                        FemtoFolder.read(folder).stream().map(Bearing::name).toList()))
                .containsExactly("Bearing1_1");
        var raw = RawSnapshots.read(folder, "Bearing1_1");
        assertThat(raw.count()).isEqualTo(1);
        var features = raw.features(0);
        assertThat(features).hasSize(24);
        assertThat(features[FemtoFolder.FEATURES.indexOf("h_rms_1_3k")]).isCloseTo(1000 / Math.sqrt(2), within(1e-3));
        assertThat(features[FemtoFolder.FEATURES.indexOf("h_rms_3_6k")]).isCloseTo(0, within(1e-3));
        assertThat(features[FemtoFolder.FEATURES.indexOf("v_mean")]).isEqualTo(0.5);
        assertThat(raw.largestDifference(new double[][] {features})).isZero();
        assertThatThrownBy(() -> raw.largestDifference(new double[2][24])).hasMessageContaining("are of two bearings");
        packed("raw/Bearing1_1.i32le.gz", Arrays.copyOf(bytes.array(), 400));
        assertThatThrownBy(() -> RawSnapshots.read(folder, "Bearing1_1"))
                .hasMessageContaining("holds 100 samples, and a snapshot is 5120.");
    }
}
