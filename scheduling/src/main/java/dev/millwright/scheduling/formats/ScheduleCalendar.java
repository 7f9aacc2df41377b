package dev.millwright.scheduling.formats;

import dev.millwright.scheduling.problem.Problem;
import dev.millwright.scheduling.schedule.Schedule;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;

/**
 * A schedule as a calendar (iCalendar, RFC 5545), an event an operation or maintenance task. An operation keeps its UID
 * from plan to plan, so that a calendar that is read again moves events instead of doubling them.
 */
public final class ScheduleCalendar {
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    /** Octets of a content line without its line break (section 3.1). */
    private static final int LINE = 75;

    private final String name;
    private final Epoch epoch;
    private final StringBuilder text = new StringBuilder();

    private ScheduleCalendar(String name, Epoch epoch) {
        this.name = name;
        this.epoch = epoch;
    }

    /**
     * The calendar of a schedule.
     *
     * @param name what the calendar is called; with the operation's id it makes the UID
     * @param epoch must be known: a calendar has no seconds of its own
     */
    public static String write(String name, Problem problem, Schedule schedule, Epoch epoch) {
        if (!epoch.known()) {
            throw new IllegalArgumentException(
                    "A calendar needs dates, and the problem's seconds have none\nDeclare its 'now' as an instant, such as"
                            + " \"now\": \"2026-11-25T06:00:00Z\".");
        }
        return new ScheduleCalendar(name, epoch).of(problem, schedule);
    }

    private String of(Problem problem, Schedule schedule) {
        line("BEGIN:VCALENDAR");
        line("VERSION:2.0");
        line("PRODID:-//Millwright//Schedule//EN");
        line("CALSCALE:GREGORIAN");
        line("X-WR-CALNAME:" + escaped(name));
        for (var each : schedule.assignments()) {
            var setup = each.setupTime() == 0 ? "" : "Setup of " + each.setupTime() + " s right before.";
            event("operation", each.operationId(), each.machineId(), setup, problem.now(), each.start(), each.end());
            line("CATEGORIES:" + escaped(each.jobId()));
            line("END:VEVENT");
        }
        for (var each : schedule.maintenance()) {
            event("maintenance", each.taskId(), each.machineId(), "", problem.now(), each.start(), each.end());
            line("CATEGORIES:Maintenance");
            line("END:VEVENT");
        }
        line("END:VCALENDAR");
        return text.toString();
    }

    private void event(String kind, String id, String machine, String words, long now, long start, long end) {
        line("BEGIN:VEVENT");
        line("UID:" + uid(kind, id));
        line("DTSTAMP:" + UTC.format(epoch.instant(now)));
        line("DTSTART:" + UTC.format(epoch.instant(start)));
        line("DTEND:" + UTC.format(epoch.instant(Math.max(start, end))));
        line("SUMMARY:" + escaped((kind.equals("operation") ? "" : "Maintenance ") + id + " on " + machine));
        line("LOCATION:" + escaped(machine));
        if (!words.isEmpty()) {
            line("DESCRIPTION:" + escaped(words));
        }
    }

    private String uid(String kind, String id) {
        return UUID.nameUUIDFromBytes((name + "\n" + kind + "\n" + id).getBytes(StandardCharsets.UTF_8))
                + "@millwright";
    }

    /** Backslash, semicolon, comma and line break inside a text (section 3.3.11). */
    private static String escaped(String words) {
        return words.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\r\n", "\\n")
                .replace("\n", "\\n");
    }

    /** Writes a content line, folded before the 76th octet and never within a character. */
    private void line(String content) {
        int octets = 0;
        for (int i = 0; i < content.length(); ) {
            int point = content.codePointAt(i);
            var character = Character.toString(point);
            int size = character.getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > LINE) {
                text.append("\r\n ");
                octets = 1;
            }
            text.append(character);
            octets += size;
            i += character.length();
        }
        text.append("\r\n");
    }
}
