package dev.millwright.loop.cause;

import dev.millwright.plant.EquipmentId;
import dev.millwright.plant.Plant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Parts that passed a machine, where some passed another that does the same work.
 *
 * @param passedAny those that passed one of a kind
 */
record Passage(EquipmentId machine, List<SeenPart> passedAny, List<SeenPart> passed) {

    /** Every passage that can be compared with others. */
    static List<Passage> through(Plant plant, List<SeenPart> parts, Map<String, Set<EquipmentId>> routes) {
        var kinds = new HashMap<String, List<EquipmentId>>();
        for (var machine : plant.machines()) {
            kinds.computeIfAbsent(machine.type(), _ -> new ArrayList<>()).add(machine.id());
        }
        var ways = parts.stream()
                .map(part -> routes.getOrDefault(part.lot(), Set.of()))
                .toList();
        var passages = new ArrayList<Passage>();
        for (var machine : plant.machines()) {
            var peers = kinds.getOrDefault(machine.type(), List.of());
            var passedAny = new ArrayList<SeenPart>();
            var passed = new ArrayList<SeenPart>();
            for (int i = 0; peers.size() > 1 && i < parts.size(); i++) {
                if (ways.get(i).contains(machine.id())) {
                    passed.add(parts.get(i));
                    passedAny.add(parts.get(i));
                } else if (peers.stream().anyMatch(ways.get(i)::contains)) {
                    passedAny.add(parts.get(i));
                }
            }
            if (!passed.isEmpty() && passed.size() < passedAny.size()) {
                passages.add(new Passage(machine.id(), passedAny, passed));
            }
        }
        return passages;
    }
}
