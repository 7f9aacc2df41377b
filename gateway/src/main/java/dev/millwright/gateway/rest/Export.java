package dev.millwright.gateway.rest;

import dev.millwright.gateway.problem.ProblemException;
import dev.millwright.gateway.problem.ProblemKind;
import dev.millwright.scheduling.formats.Chart;
import dev.millwright.scheduling.formats.GanttSvg;
import dev.millwright.scheduling.formats.ScheduleCalendar;
import dev.millwright.scheduling.formats.ScheduleCsv;
import dev.millwright.scheduling.formats.ScheduleJson;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** A plan as a file. */
final class Export {

    private Export() {}

    /**
     * @param chart what is exported
     * @param file what to call it, without its ending
     * @param format null: what the request accepts
     */
    static RestResponse<Object> of(Chart chart, String file, @Nullable ExportFormat format, List<MediaType> accepted) {
        var form = format == null ? ExportFormat.of(accepted) : format;
        return RestResponse.ResponseBuilder.<Object>ok(content(chart, form), form.type())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"%s.%s\"".formatted(file, form.extension()))
                .build();
    }

    private static String content(Chart chart, ExportFormat format) {
        return switch (format) {
            case JSON -> ScheduleJson.write(chart.schedule(), chart.epoch());
            case CSV -> ScheduleCsv.write(chart.schedule(), chart.epoch());
            case ICS -> calendar(chart);
            case SVG -> GanttSvg.draw(chart);
        };
    }

    private static String calendar(Chart chart) {
        if (!chart.epoch().known()) {
            throw ProblemException.of(
                    ProblemKind.CONFLICT,
                    "A calendar needs dates, and the seconds of this problem have none.",
                    "Give its 'now' as an instant, or take another format.");
        }
        return ScheduleCalendar.write(chart.title(), chart.problem(), chart.schedule(), chart.epoch());
    }
}
