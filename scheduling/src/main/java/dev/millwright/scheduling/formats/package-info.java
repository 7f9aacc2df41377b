/**
 * What problems and schedules look like outside: our own JSON, CSV, iCalendar, and Gantt charts as SVG, PNG and text. Pure
 * functions; no clock is asked and no file is written.
 *
 * <pre>{@code
 * ProblemFile shop = ProblemJson.read(Path.of("shop.json"));
 * Schedule plan = new Scheduler(SolverSettings.fast()).firstPlan(shop.request());
 * String picture = GanttSvg.draw(new Chart("Shop", shop.request().problem(), plan, shop.epoch()));
 * }</pre>
 */
@NullMarked
package dev.millwright.scheduling.formats;

import org.jspecify.annotations.NullMarked;
