package dev.millwright.gateway.ops;

import dev.millwright.gateway.Floor;
import dev.millwright.gateway.Measure;
import dev.millwright.plant.event.Event;
import dev.millwright.plant.event.EventJson;
import dev.millwright.plant.event.Fact.PlanAdopted;
import dev.millwright.plant.event.Fact.ReadingsTaken;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Counts what happens, for Prometheus. */
@Singleton
final class Meters {

    private static final int LATE = 3900;

    private final MeterRegistry registry;
    private final Map<String, Counter> events;
    private final Counter readings;
    private final DistributionSummary reaction;
    private final DistributionSummary solving;
    private @Nullable AutoCloseable subscription;

    @Inject
    Meters(MeterRegistry registry) {
        this.registry = registry;
        this.events = EventJson.types().stream()
                .collect(Collectors.toUnmodifiableMap(
                        type -> type, type -> registry.counter("millwright.events", "type", type)));
        this.readings = registry.counter("millwright.readings");
        this.reaction = summary("millwright.plan.reaction", "From the disturbance to the adopted plan");
        this.solving = summary("millwright.plan.solving", "Spent making the plan");
    }

    void start(@Observes @Priority(LATE) StartupEvent event, Floor floor) throws Exception {
        Gauge.builder("millwright.offset", floor, known -> known.state().offset())
                .description("The journal's latest offset")
                .register(registry);
        floor.measures().forEach(this::register);
        subscription = floor.subscribe(change -> count(change.event()));
    }

    void stop(@Observes ShutdownEvent event) throws Exception {
        if (subscription != null) {
            subscription.close();
        }
    }

    private void count(Event event) {
        var counter = events.get(event.type());
        if (counter != null) {
            counter.increment();
        }
        if (event.fact() instanceof ReadingsTaken taken) {
            readings.increment(taken.readings().size());
        } else if (event.fact() instanceof PlanAdopted adopted) {
            reaction.record(adopted.reactionMillis());
            solving.record(adopted.plan().solveMillis());
        }
    }

    private void register(Measure measure) {
        String name = "millwright." + measure.name();
        List<Tag> tags = measure.labels().entrySet().stream()
                .map(label -> Tag.of(label.getKey(), label.getValue()))
                .toList();
        if (measure.grows()) {
            FunctionCounter.builder(name, measure, one -> one.value().getAsDouble())
                    .description(measure.words())
                    .tags(tags)
                    .register(registry);
        } else {
            Gauge.builder(name, measure, one -> one.value().getAsDouble())
                    .description(measure.words())
                    .tags(tags)
                    .strongReference(true)
                    .register(registry);
        }
    }

    private DistributionSummary summary(String name, String words) {
        return DistributionSummary.builder(name)
                .description(words)
                .baseUnit("milliseconds")
                .serviceLevelObjectives(50, 100, 250, 500, 1000, 2500, 10_000)
                .register(registry);
    }
}
