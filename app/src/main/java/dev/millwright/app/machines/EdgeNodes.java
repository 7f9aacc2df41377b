package dev.millwright.app.machines;

import dev.millwright.connectors.BrokerAddress;
import dev.millwright.connectors.sparkplug.EdgeNode;
import dev.millwright.connectors.sparkplug.EdgeSettings;
import dev.millwright.connectors.sparkplug.SparkplugTopology;
import dev.millwright.plant.CameraFrame;
import dev.millwright.plant.EquipmentId;
import dev.millwright.plant.MachineCommand;
import dev.millwright.plant.Plant;
import dev.millwright.plant.event.Draft;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** The edge nodes of a plant, one a line, over the broker: all that machines that are not real have in common. */
final class EdgeNodes implements AutoCloseable {

    private final Map<EquipmentId, EdgeNode> byEquipment = new HashMap<>();
    private final List<EdgeNode> nodes;

    EdgeNodes(
            Plant plant,
            BrokerAddress broker,
            Function<EquipmentId, List<Draft>> births,
            BiConsumer<EquipmentId, MachineCommand> commands,
            InstantSource clock) {
        nodes = SparkplugTopology.of(plant).nodes().entrySet().stream()
                .map(entry -> {
                    var node = new EdgeNode(
                            plant, entry.getKey(), broker, births, commands, clock, EdgeSettings.defaults());
                    entry.getValue().forEach(equipment -> byEquipment.put(equipment, node));
                    return node;
                })
                .toList();
    }

    void start() {
        nodes.forEach(EdgeNode::start);
    }

    void report(Draft draft) {
        var node = byEquipment.get(draft.subject());
        if (node != null) {
            node.report(draft);
        }
    }

    void frame(CameraFrame frame) {
        var node = byEquipment.get(frame.machine());
        if (node != null) {
            node.frame(frame);
        }
    }

    @Override
    public void close() {
        nodes.forEach(EdgeNode::close);
    }
}
