package dev.millwright.scheduling.formats;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.millwright.scheduling.problem.Machine;
import dev.millwright.scheduling.problem.MaintenanceTask;
import dev.millwright.scheduling.problem.Problem;
import dev.millwright.scheduling.problem.Resource;
import dev.millwright.scheduling.problem.Window;
import dev.millwright.scheduling.schedule.Objective;
import dev.millwright.scheduling.schedule.PlanRequest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** Writes a problem so that reading gives it back; what is as usual is left out. */
final class ProblemWriter {
    private final PlanRequest request;
    private final Problem problem;
    private final Epoch epoch;

    ProblemWriter(PlanRequest request, Epoch epoch) {
        this.request = request;
        problem = request.problem();
        this.epoch = epoch;
    }

    ObjectNode tree() {
        var tree = JsonNodeFactory.instance.objectNode();
        if (epoch.known() || problem.now() != 0) {
            time(tree, "now", problem.now(), epoch);
        }
        objective(tree.putArray("objective"), request.objective());
        list(tree, "machines", problem.machines(), this::machine);
        list(tree, "resources", problem.resources(), this::resource);
        setups(tree);
        matrix(tree, "transport", problem.transport().between());
        list(tree, "energyPrices", problem.tariff().rates(), (node, rate) -> {
            time(node, "from", rate.from(), epoch);
            node.put("price", rate.price());
        });
        list(tree, "maintenance", problem.maintenance(), this::maintenance);
        var jobs = new JobWriter(epoch);
        tree.putArray("jobs");
        list(tree, "jobs", problem.jobs(), jobs::job);
        list(tree, "precedences", problem.precedences(), JobWriter::precedence);
        if (request.adopted() != null) {
            tree.set("adopted", ScheduleJson.tree(request.adopted(), epoch));
        }
        return tree;
    }

    static void time(ObjectNode node, String field, long second, Epoch epoch) {
        if (epoch.known()) {
            node.put(field, epoch.iso(second));
        } else {
            node.put(field, second);
        }
    }

    static <T> void list(ObjectNode tree, String field, List<T> items, BiConsumer<ObjectNode, T> writer) {
        if (!items.isEmpty()) {
            var list = tree.putArray(field);
            items.forEach(item -> writer.accept(list.addObject(), item));
        }
    }

    private static void objective(ArrayNode levels, Objective objective) {
        for (var level : objective.levels()) {
            var node = levels.addObject();
            new TreeMap<>(level.weights()).forEach((measure, weight) -> node.put(ObjectiveText.name(measure), weight));
        }
    }

    private void machine(ObjectNode node, Machine machine) {
        node.put("id", machine.id());
        if (machine.setupState() != null) {
            node.put("setUpFor", machine.setupState());
        }
        windows(node, "down", machine.down());
        if (machine.availableFrom() != Long.MIN_VALUE) {
            time(node, "availableFrom", machine.availableFrom(), epoch);
        }
        windows(node, "breaks", machine.breaks());
        if (machine.unlimited()) {
            node.put("subcontractor", true);
        }
        if (machine.power() != 0) {
            node.put("power", machine.power());
        }
    }

    private void resource(ObjectNode node, Resource resource) {
        node.put("id", resource.id());
        node.put("capacity", resource.capacity());
        windows(node, "away", resource.away());
    }

    private void windows(ObjectNode node, String field, List<Window> windows) {
        if (!windows.isEmpty()) {
            var list = node.putArray(field);
            for (var window : windows) {
                var pair = list.addArray();
                if (epoch.known()) {
                    pair.add(epoch.iso(window.from())).add(epoch.iso(window.to()));
                } else {
                    pair.add(window.from()).add(window.to());
                }
            }
        }
    }

    private void maintenance(ObjectNode node, MaintenanceTask task) {
        node.put("id", task.id());
        node.put("machine", task.machineId());
        node.put("duration", task.duration());
        time(node, "earliest", task.earliest(), epoch);
        time(node, "latest", task.latest(), epoch);
        node.put("weight", task.weight());
        if (task.startCost() != null) {
            list(node, "startCost", task.startCost().points(), (point, at) -> {
                time(point, "start", at.start(), epoch);
                point.put("cost", at.cost());
            });
        }
    }

    private void setups(ObjectNode tree) {
        var times = problem.setups();
        if (!times.byDefault().isEmpty() || !times.byMachine().isEmpty()) {
            var node = tree.putObject("setups");
            matrix(node, "everywhere", times.byDefault());
            if (!times.byMachine().isEmpty()) {
                var own = node.putObject("byMachine");
                new TreeMap<>(times.byMachine()).forEach((machine, matrix) -> {
                    own.putObject(machine);
                    matrix(own, machine, matrix);
                });
            }
        }
    }

    private static void matrix(ObjectNode tree, String field, Map<String, Map<String, Long>> matrix) {
        if (!matrix.isEmpty()) {
            var node = tree.putObject(field);
            new TreeMap<>(matrix).forEach((from, row) -> {
                var cells = node.putObject(from);
                new TreeMap<>(row).forEach(cells::put);
            });
        }
    }
}
