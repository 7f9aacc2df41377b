package dev.millwright.gateway.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.millwright.gateway.Floor;
import dev.millwright.gateway.plans.Subject;
import dev.millwright.gateway.problem.ProblemException;
import dev.millwright.gateway.problem.ProblemKind;
import dev.millwright.gateway.rest.Forms.PlanForm;
import dev.millwright.scheduling.cpsat.SolverSettings;
import dev.millwright.scheduling.formats.ObjectiveText;
import dev.millwright.scheduling.formats.ProblemFile;
import dev.millwright.scheduling.formats.ProblemJson;
import dev.millwright.scheduling.schedule.Measure;
import dev.millwright.scheduling.schedule.Objective;
import dev.millwright.scheduling.schedule.PlanRequest;
import jakarta.ws.rs.WebApplicationException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What somebody wants planned, and how long it may be searched for. */
record DraftRequest(Subject subject, SolverSettings settings) {

    private static final int USUAL_SECONDS = 10;
    private static final int MOST_SECONDS = 600;
    private static final int MOST_WORKERS = 2;
    private static final int MOST_LEVELS = 5;
    private static final long LARGEST_WEIGHT = 1_000_000;
    private static final int LARGEST_PROBLEM = 8_000_000;
    private static final int MOST_OPERATIONS = 20_000;
    private static final int SEED = 1;

    static DraftRequest of(@Nullable String body, ObjectMapper mapper, Floor floor) {
        var text = Flaws.body(body);
        var form = form(text, mapper);
        int seconds = Objects.requireNonNullElse(form.seconds(), USUAL_SECONDS);
        int workers = Objects.requireNonNullElse(form.workers(), 1);
        new Flaws()
                .check(
                        seconds >= 1 && seconds <= MOST_SECONDS,
                        "seconds",
                        "%d is not from 1 to %d".formatted(seconds, MOST_SECONDS))
                .check(
                        workers >= 1 && workers <= MOST_WORKERS,
                        "workers",
                        "%d is not from 1 to %d".formatted(workers, MOST_WORKERS))
                .end();
        var objective = objective(form.objective());
        var settings = new SolverSettings(Duration.ofSeconds(seconds), workers, SEED, false);
        var problem = form.problem() == null ? null : ProblemText.of(text);
        var subject = problem == null ? livePlant(form, objective, floor) : posed(problem, form, objective);
        return new DraftRequest(subject, settings);
    }

    private static PlanForm form(String body, ObjectMapper mapper) {
        try {
            var form = mapper.readValue(body, PlanForm.class);
            return Flaws.body(form);
        } catch (JsonProcessingException e) {
            throw new WebApplicationException(e, 400);
        }
    }

    private static Subject posed(String text, PlanForm form, @Nullable Objective objective) {
        new Flaws()
                .check(form.orders() == null, "orders", "go with the live plant; a problem has its own jobs")
                .check(
                        text.length() <= LARGEST_PROBLEM,
                        "problem",
                        "has %d characters; %d are read".formatted(text.length(), LARGEST_PROBLEM))
                .end();
        var file = ProblemJson.read(text);
        int operations = file.request().problem().openOperations();
        new Flaws()
                .check(
                        operations >= 1 && operations <= MOST_OPERATIONS,
                        "problem",
                        "has %d operations to plan; from 1 to %d are".formatted(operations, MOST_OPERATIONS))
                .end();
        var request = file.request();
        return new Subject.Posed(
                objective == null
                        ? file
                        : new ProblemFile(
                                file.name(),
                                new PlanRequest(request.problem(), objective, request.adopted()),
                                file.epoch()));
    }

    private static Subject livePlant(PlanForm form, @Nullable Objective objective, Floor floor) {
        var supposed = Orders.supposed(form.orders(), floor.state().plant(), "orders");
        var question = Answers.value(floor.question(supposed));
        if (question.request().problem().openOperations() == 0) {
            throw ProblemException.of(
                    ProblemKind.CONFLICT,
                    "There is nothing to plan: no order is open.",
                    "Add an order, or send some under 'orders' to plan with.");
        }
        return new Subject.LivePlant(objective == null ? question : question.by(objective));
    }

    private static @Nullable Objective objective(@Nullable List<Map<String, Long>> levels) {
        if (levels == null) {
            return null;
        }
        var flaws = new Flaws()
                .check(
                        !levels.isEmpty() && levels.size() <= MOST_LEVELS,
                        "objective",
                        "has %d levels; it has from 1 to %d".formatted(levels.size(), MOST_LEVELS));
        var read = new ArrayList<Objective.Level>();
        for (int i = 0; i < levels.size(); i++) {
            read.add(level(levels.get(i), "objective[" + i + "]", flaws));
        }
        flaws.end();
        return new Objective(read);
    }

    private static Objective.Level level(@Nullable Map<String, Long> level, String field, Flaws flaws) {
        var weights = new EnumMap<Measure, Long>(Measure.class);
        flaws.check(level != null && !level.isEmpty(), field, "names no measure; there are " + names());
        if (level != null) {
            level.forEach((name, weight) -> {
                var measure = Arrays.stream(Measure.values())
                        .filter(each -> ObjectiveText.name(each).equals(name))
                        .findFirst();
                boolean usual = weight != null && weight >= 0 && weight <= LARGEST_WEIGHT;
                flaws.check(measure.isPresent(), field, "'%s' is no measure; there are %s".formatted(name, names()))
                        .check(
                                usual,
                                field + "." + name,
                                "%d is no weight from 0 to %d".formatted(weight, LARGEST_WEIGHT));
                if (measure.isPresent() && usual) {
                    weights.put(measure.get(), weight);
                }
            });
        }
        return new Objective.Level(weights);
    }

    private static List<String> names() {
        return Arrays.stream(Measure.values()).map(ObjectiveText::name).toList();
    }
}
