package dev.millwright.connectors.sparkplug;

import dev.millwright.connectors.BrokerAddress;
import dev.millwright.plant.CameraFrame;
import dev.millwright.plant.EquipmentId;
import dev.millwright.plant.MachineCommand;
import dev.millwright.plant.Plant;
import dev.millwright.plant.event.Draft;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** All edge nodes of a plant, each report going to the node that speaks for its subject. */
public final class EdgeFleet implements AutoCloseable {

    private final Map<String, EdgeNode> nodes = new LinkedHashMap<>();
    private final Map<EquipmentId, EdgeNode> nodeOf = new HashMap<>();

    /** The parameters are those of {@link EdgeNode}. */
    public EdgeFleet(
            Plant plant,
            BrokerAddress broker,
            Function<EquipmentId, List<Draft>> births,
            BiConsumer<EquipmentId, MachineCommand> commands,
            InstantSource clock,
            EdgeSettings settings) {
        SparkplugTopology.of(plant).nodes().forEach((id, equipment) -> {
            var node = new EdgeNode(plant, id, broker, births, commands, clock, settings);
            nodes.put(id, node);
            equipment.forEach(subject -> nodeOf.put(subject, node));
        });
    }

    /** Connects all nodes. */
    public void start() {
        nodes.values().forEach(EdgeNode::start);
    }

    /** Tells the world a fact about a machine or a buffer. */
    public void report(Draft draft) {
        node(draft.subject()).report(draft);
    }

    /** Sends a picture taken at a machine. */
    public void frame(CameraFrame frame) {
        node(frame.machine()).frame(frame);
    }

    /** True once every node has said everything known on its present connection. */
    public boolean isBorn() {
        return nodes.values().stream().allMatch(EdgeNode::isBorn);
    }

    /** The nodes by their ids. */
    public Map<String, EdgeNode> nodes() {
        return java.util.Collections.unmodifiableMap(nodes);
    }

    @Override
    public void close() {
        nodes.values().forEach(EdgeNode::close);
    }

    private EdgeNode node(EquipmentId subject) {
        EdgeNode node = nodeOf.get(subject);
        if (node == null) {
            throw new IllegalArgumentException("No edge node speaks for %s.\nThe plant has %s."
                    .formatted(subject, nodeOf.keySet().stream().sorted().toList()));
        }
        return node;
    }
}
