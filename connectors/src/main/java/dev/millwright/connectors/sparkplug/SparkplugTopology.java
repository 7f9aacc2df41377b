package dev.millwright.connectors.sparkplug;

import dev.millwright.plant.Buffer;
import dev.millwright.plant.EquipmentId;
import dev.millwright.plant.Machine;
import dev.millwright.plant.Plant;
import dev.millwright.plant.ProductionLine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Who speaks for whom: each production line is an edge node, and each of its machines and buffers a device. What stands
 * on no line belongs to the node {@code site}.
 *
 * @param group the Sparkplug group, the plant's name
 * @param nodes edge node ids with the equipment behind them, in the plant's order
 */
public record SparkplugTopology(String group, Map<String, List<EquipmentId>> nodes) {

    /** The node of equipment that stands on no line. */
    public static final String SITE_NODE = "site";

    public SparkplugTopology {
        var copy = new LinkedHashMap<String, List<EquipmentId>>();
        nodes.forEach((node, devices) -> copy.put(node, List.copyOf(devices)));
        nodes = java.util.Collections.unmodifiableMap(copy);
    }

    /** How a plant's equipment is spread over edge nodes. */
    public static SparkplugTopology of(Plant plant) {
        var nodes = new LinkedHashMap<String, List<EquipmentId>>();
        Stream.concat(
                        plant.machines().stream().map(Machine::id),
                        plant.buffers().stream().map(Buffer::id))
                .forEach(id -> nodes.computeIfAbsent(node(plant, id), node -> new ArrayList<>())
                        .add(id));
        return new SparkplugTopology(plant.name(), nodes);
    }

    /** The edge node that speaks for a piece of equipment. */
    public static String node(Plant plant, EquipmentId equipment) {
        return plant.lines().stream()
                .map(ProductionLine::id)
                .filter(line -> line.contains(equipment))
                .findFirst()
                .map(SparkplugTopology::device)
                .orElse(SITE_NODE);
    }

    /** The device id of a piece of equipment: its path with dots, because {@code /} parts a topic's levels. */
    public static String device(EquipmentId equipment) {
        return equipment.path().replace('/', '.');
    }

    /** The equipment a device id names. */
    public static EquipmentId equipment(String device) {
        return EquipmentId.of(device.replace('.', '/'));
    }
}
