package dev.millwright.app.cli;

import dev.millwright.scheduling.formats.Chart;
import dev.millwright.scheduling.formats.Epoch;
import dev.millwright.scheduling.formats.GanttPng;
import dev.millwright.scheduling.formats.GanttSvg;
import dev.millwright.scheduling.formats.ProblemFile;
import dev.millwright.scheduling.formats.ScheduleCalendar;
import dev.millwright.scheduling.formats.ScheduleCsv;
import dev.millwright.scheduling.formats.ScheduleJson;
import dev.millwright.scheduling.schedule.Schedule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A file a schedule is written to, in the format its ending names. */
record ScheduleOut(Path path, Format format) {
    /** What can be written. */
    enum Format {
        JSON,
        CSV,
        ICS,
        SVG,
        PNG
    }

    static ScheduleOut of(Path path) {
        var name = String.valueOf(path.getFileName());
        var ending = name.substring(name.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT);
        return Arrays.stream(Format.values())
                .filter(format -> format.name().equals(ending) && name.contains("."))
                .findFirst()
                .map(format -> new ScheduleOut(path, format))
                .orElseThrow(() -> new IllegalArgumentException(
                        "'%s' has no ending that names a format.\nUse one of .json, .csv, .ics, .svg and .png."
                                .formatted(path)));
    }

    /**
     * Writes the schedule.
     *
     * @param now where a calendar begins if the problem's seconds belong to none
     */
    void write(ProblemFile file, Schedule schedule, Instant now) throws IOException {
        var parent = path.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        Files.write(path, bytes(file, schedule, now));
    }

    private byte[] bytes(ProblemFile file, Schedule schedule, Instant now) {
        var problem = file.request().problem();
        var epoch = file.epoch();
        var chart = new Chart(file.name(), problem, schedule, epoch);
        return switch (format) {
            case JSON -> utf8(ScheduleJson.write(schedule, epoch));
            case CSV -> utf8(ScheduleCsv.write(schedule, epoch));
            case ICS ->
                utf8(ScheduleCalendar.write(file.name(), problem, schedule, epoch.known() ? epoch : Epoch.of(now)));
            case SVG -> utf8(GanttSvg.draw(chart));
            case PNG -> GanttPng.draw(chart);
        };
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static List<ScheduleOut> all(List<Path> paths) {
        return paths.stream().map(ScheduleOut::of).toList();
    }
}
