package dev.millwright.scheduling.formats;

import dev.millwright.scheduling.problem.Mode;
import dev.millwright.scheduling.problem.Need;
import dev.millwright.scheduling.problem.Operation;
import dev.millwright.scheduling.problem.Pin;
import dev.millwright.scheduling.problem.Progress;
import dev.millwright.scheduling.problem.Resource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Reads operations, their modes, how far they are, and where they are pinned. */
final class OperationReader {
    private final Times times;
    private final Set<String> machines;
    private final Set<String> resources = new LinkedHashSet<>();
    private final Map<String, Place> places;

    OperationReader(Times times, Set<String> machines, List<Resource> resources, Map<String, Place> places) {
        this.times = times;
        this.machines = machines;
        this.places = places;
        resources.forEach(resource -> this.resources.add(resource.id()));
    }

    /** @param name its id unless it has one of its own */
    Operation operation(Json value, String name) {
        var section = Section.of(value, "an operation");
        var id = section.take("id", name, Values::text);
        places.putIfAbsent(id, section.place());
        var family = section.maybe("family", Values::text);
        var progress = progress(section);
        var modes = modes(section, progress);
        var pin = section.maybe("pin", this::pin);
        boolean stretches = section.take("stretches", false, Values::truth);
        return section.build(() -> new Operation(id, family, modes, progress, pin, stretches));
    }

    /** A list of modes, or one mode in the operation itself; what has begun needs none. */
    private List<Mode> modes(Section section, Progress progress) {
        if (section.has("modes")) {
            return section.list("modes", each -> {
                var mode = Section.of(each, "a mode");
                var read = mode(mode);
                return mode.build(() -> read);
            });
        }
        boolean begun = !(progress instanceof Progress.Waiting);
        return begun && !section.has("machine") ? List.of() : List.of(mode(section));
    }

    private Mode mode(Section section) {
        var machine = machine(section);
        long duration = duration(section, machine);
        var needs = section.list("needs", this::need);
        long cost = section.take("cost", 0L, Values::whole);
        try {
            return new Mode(machine, duration, needs, cost);
        } catch (IllegalArgumentException refused) {
            throw section.place().trouble(refused);
        }
    }

    /** Given outright, as work at a speed, or as a quantity of pieces. */
    private long duration(Section section, String machine) {
        if (section.has("work")) {
            long work = times.duration(section.need("work", "seconds at ordinary speed"));
            double speed = section.take("speed", 1.0, Values::number);
            return made(section, "speed", () -> Mode.ofWork(machine, work, speed));
        }
        if (section.has("quantity")) {
            long quantity = Values.whole(section.need("quantity", "how many pieces"));
            double each = Values.number(section.need("secondsPerPiece", "how long each piece takes"));
            return made(section, "quantity", () -> Mode.ofQuantity(machine, quantity, each));
        }
        return times.duration(section.need("duration", "how long it takes, such as 600 or \"10 min\""));
    }

    private static long made(Section section, String field, Supplier<Mode> maker) {
        try {
            return maker.get().duration();
        } catch (IllegalArgumentException refused) {
            throw section.place(field).trouble(refused);
        }
    }

    /** A need, or nothing but the resource of which it holds one. */
    private Need need(Json value) {
        if (value instanceof Json.Text) {
            return new Need(Values.known(value, "a resource", resources), 1);
        }
        var section = Section.of(value, "a need as its resource or");
        var resource = Values.known(section.need("resource", "its id"), "a resource", resources);
        int amount = section.take("amount", 1, Values::count);
        return section.build(() -> new Need(resource, amount));
    }

    private Progress progress(Section section) {
        var running = section.maybe("running");
        var done = section.maybe("done");
        if (running != null && done != null) {
            throw done.place().trouble("found it done and running, expected one of them", "Leave one out.");
        }
        return running != null ? running(running) : done != null ? done(done) : Progress.WAITING;
    }

    private Progress running(Json value) {
        var section = Section.of(value, "where it runs");
        var machine = machine(section);
        long start = times.time(section.need("start", "when it began"));
        long remaining = times.duration(section.need("remaining", "how long it still takes"));
        return section.build(() -> new Progress.Running(machine, start, remaining));
    }

    private Progress done(Json value) {
        var section = Section.of(value, "where it was done");
        var machine = machine(section);
        long start = times.time(section.need("start", "when it began"));
        long end = times.time(section.need("end", "when it ended"));
        return section.build(() -> new Progress.Done(machine, start, end));
    }

    private Pin pin(Json value) {
        var section = Section.of(value, "a pin");
        var machine = section.maybe("machine", Values::text);
        var start = section.maybe("start", times::time);
        return section.build(() -> new Pin(machine, start));
    }

    private String machine(Section section) {
        var value = section.need("machine", "the machine's id");
        return machines.isEmpty() ? Values.text(value) : Values.known(value, "a machine", machines);
    }
}
