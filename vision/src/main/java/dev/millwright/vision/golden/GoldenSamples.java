package dev.millwright.vision.golden;

import dev.millwright.vision.Finding;
import dev.millwright.vision.Inspection;
import dev.millwright.vision.Inspection.Verdict;
import dev.millwright.vision.evaluation.InspectRun;
import dev.millwright.vision.image.Frame;
import dev.millwright.vision.image.FrameReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** A set of pictures with known verdicts, in two folders: {@code pass} and {@code fail}, with pairs NAME_test and NAME_temp. */
public record GoldenSamples(List<GoldenSample> samples) {
    public GoldenSamples {
        samples = List.copyOf(samples);
    }

    /** The samples in a folder. */
    public static GoldenSamples in(Path folder) throws IOException {
        var samples = new ArrayList<GoldenSample>();
        for (var verdict : Verdict.values()) {
            Path part = folder.resolve(verdict == Verdict.PASS ? "pass" : "fail");
            if (Files.isDirectory(part)) {
                for (var pair : InspectRun.pairs(part)) {
                    samples.add(new GoldenSample(
                            part.getFileName() + "/" + pair.name(), pair.image(), pair.template(), verdict));
                }
            }
        }
        if (samples.isEmpty()) {
            throw new IllegalArgumentException("no golden samples in " + folder
                    + "\nPut pairs NAME_test.png and NAME_temp.png into its folders 'pass' and 'fail'.");
        }
        return new GoldenSamples(samples);
    }

    /** Inspects all samples again; one that cannot be read or compared counts as changed. */
    public GoldenReport rerun(FrameReader reader, BiFunction<Frame, Frame, Inspection> inspector) {
        var changes = new ArrayList<GoldenReport.Change>();
        for (var sample : samples) {
            try {
                var told = inspector.apply(reader.read(sample.image()), reader.read(sample.template()));
                if (told.verdict() != sample.expected()) {
                    changes.add(new GoldenReport.Change(sample.name(), sample.expected(), told.verdict(), words(told)));
                }
            } catch (IllegalArgumentException e) {
                changes.add(new GoldenReport.Change(
                        sample.name(), sample.expected(), null, String.valueOf(e.getMessage())));
            }
        }
        return new GoldenReport(samples.size(), changes);
    }

    private static String words(Inspection told) {
        return told.findings().isEmpty()
                ? "nothing found"
                : told.findings().stream().map(Finding::reason).collect(Collectors.joining("; "));
    }
}
