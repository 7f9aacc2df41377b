package dev.millwright.learning.cwru;

import dev.millwright.maintenance.vibration.Waveform;
import dev.millwright.maintenance.vibration.WaveformFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The folder of the set: {@code RPM_FAULT_MILS_DE12.f32le.gz} each, drive end, 12 kHz, in g. */
public final class CwruFolder {
    /** Loads of the faults that are looked at, by their speeds, turns a minute. */
    public static final List<Integer> LOADS = List.of(1797, 1772, 1750);
    /** Sizes of the faults, thousandths of an inch. */
    public static final List<Integer> MILS = List.of(7, 14, 21);

    private static final double RATE_HZ = 12_000;
    private static final int NORMAL_RPM = 1797;

    private CwruFolder() {}

    /**
     * All records; the one without a fault comes first.
     *
     * @throws IllegalArgumentException naming a file that is too short or no recording
     * @throws java.io.UncheckedIOException naming a file that is missing or broken
     */
    public static List<BearingRecord> read(Path folder) {
        var records = new ArrayList<BearingRecord>();
        records.add(record(folder.resolve("1797_Normal.f32le.gz"), NORMAL_RPM, Fault.NORMAL, 0));
        for (int rpm : LOADS) {
            for (var fault : List.of(Fault.INNER_RACE, Fault.BALL, Fault.OUTER_RACE)) {
                for (int mils : MILS) {
                    var name = "%d_%s_%d_DE12.f32le.gz".formatted(rpm, fault.file(), mils);
                    records.add(record(folder.resolve(name), rpm, fault, mils));
                }
            }
        }
        return records;
    }

    private static BearingRecord record(Path file, int rpm, Fault fault, int mils) {
        var samples = WaveformFile.read(file, WaveformFile.Sample.FLOAT32);
        if (samples.length < CrossLoad.LEAST_SAMPLES) {
            throw new IllegalArgumentException(
                    "%s holds %d samples, and %d are the least that can be split.\nThe file is cut short; fetch it again."
                            .formatted(file, samples.length, CrossLoad.LEAST_SAMPLES));
        }
        if (Arrays.stream(samples).allMatch(sample -> sample == samples[0])) {
            throw new IllegalArgumentException(
                    "%s says %s all along.\nThat is no vibration; fetch the file again.".formatted(file, samples[0]));
        }
        return new BearingRecord(rpm, fault, mils, new Waveform(samples, RATE_HZ));
    }
}
