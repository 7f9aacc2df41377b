package dev.millwright.gateway.plans;

import dev.millwright.loop.planning.FloorQuestion;
import dev.millwright.scheduling.formats.Chart;
import dev.millwright.scheduling.formats.Epoch;
import dev.millwright.scheduling.formats.ProblemFile;
import dev.millwright.scheduling.schedule.PlanRequest;
import dev.millwright.scheduling.schedule.Schedule;

/** What a draft plans. */
public sealed interface Subject {

    PlanRequest request();

    /** As it goes over the wire. */
    String word();

    /** A schedule of it, to be drawn or written. */
    Chart chart(Schedule schedule);

    /** The plant as it stood when the draft was begun, with what was supposed. */
    record LivePlant(FloorQuestion question) implements Subject {

        @Override
        public PlanRequest request() {
            return question.request();
        }

        @Override
        public String word() {
            return "plant";
        }

        @Override
        public Chart chart(Schedule schedule) {
            var plant = question.state().plant();
            return new Chart(plant.title(), request().problem(), schedule, new Epoch(question.now(), plant.zone()));
        }
    }

    /** A problem that somebody sent. */
    record Posed(ProblemFile file) implements Subject {

        @Override
        public PlanRequest request() {
            return file.request();
        }

        @Override
        public String word() {
            return "problem";
        }

        @Override
        public Chart chart(Schedule schedule) {
            return new Chart(file.name(), request().problem(), schedule, file.epoch());
        }
    }
}
