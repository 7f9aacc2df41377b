package dev.millwright.scheduling.formats;

import dev.millwright.scheduling.schedule.Schedule;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A schedule as a table of comma-separated values (RFC 4180), a row an operation or maintenance task; times are instants
 * where the epoch is known, seconds else.
 */
public final class ScheduleCsv {
    private static final List<String> HEAD =
            List.of("kind", "job", "operation", "machine", "setup_seconds", "start", "end");

    private ScheduleCsv() {}

    public static String write(Schedule schedule, Epoch epoch) {
        var operations = schedule.assignments().stream()
                .map(each -> List.of(
                        "operation",
                        each.jobId(),
                        each.operationId(),
                        each.machineId(),
                        String.valueOf(each.setupTime()),
                        time(each.start(), epoch),
                        time(each.end(), epoch)));
        var maintenance = schedule.maintenance().stream()
                .map(each -> List.of(
                        "maintenance",
                        "",
                        each.taskId(),
                        each.machineId(),
                        "0",
                        time(each.start(), epoch),
                        time(each.end(), epoch)));
        return Stream.of(Stream.of(HEAD), operations, maintenance)
                .flatMap(rows -> rows)
                .map(row -> row.stream().map(ScheduleCsv::cell).collect(Collectors.joining(",", "", "\r\n")))
                .collect(Collectors.joining());
    }

    private static String time(long second, Epoch epoch) {
        return epoch.known() ? epoch.iso(second) : String.valueOf(second);
    }

    private static String cell(String value) {
        return value.chars().anyMatch(c -> ",\"\r\n".indexOf(c) >= 0) ? '"' + value.replace("\"", "\"\"") + '"' : value;
    }
}
