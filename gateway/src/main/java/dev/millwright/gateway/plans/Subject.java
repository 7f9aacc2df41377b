package dev.millwright.gateway.plans;

import dev.millwright.loop.planning.FloorQuestion;
import dev.millwright.scheduling.schedule.PlanRequest;

/** What a draft plans. */
public sealed interface Subject {

    PlanRequest request();

    /** As it goes over the wire. */
    String word();

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
    }
}
