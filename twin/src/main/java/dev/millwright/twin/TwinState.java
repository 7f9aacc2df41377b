package dev.millwright.twin;

import dev.millwright.plant.EquipmentId;
import dev.millwright.plant.ModelErrors;
import dev.millwright.plant.Plant;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pcollections.PSortedMap;
import org.pcollections.PVector;
import org.pcollections.TreePMap;
import org.pcollections.TreePVector;

/**
 * Everything the twin knows after an event. Immutable: keep it, compare it, hand it to any thread.
 *
 * @param time the latest time any event told of, by the plant's clock; the epoch before the first
 * @param offset the last event in it
 * @param plan the plan in force
 * @param plans plans that were adopted, the latest last
 * @param inspections the latest inspections, the latest last
 * @param modelErrors what lives that ended said of trained models, by name and version
 */
public record TwinState(
        PlantIndex index,
        Instant time,
        long offset,
        PSortedMap<EquipmentId, MachineState> machines,
        PSortedMap<String, OrderState> orders,
        PSortedMap<String, LotState> lots,
        PSortedMap<String, AlarmState> alarms,
        PSortedMap<String, WishState> wishes,
        @Nullable AdoptedPlan plan,
        @Nullable PlanTrouble planTrouble,
        PVector<PlanSummary> plans,
        PVector<Inspection> inspections,
        PSortedMap<String, ModelErrors> modelErrors) {

    /** A plant nobody has heard of yet. */
    public static TwinState initial(PlantIndex index) {
        PSortedMap<EquipmentId, MachineState> machines = TreePMap.empty();
        for (var machine : index.plant().machines()) {
            machines = machines.plus(machine.id(), MachineState.unheard(machine.id()));
        }
        return new TwinState(
                index,
                Instant.EPOCH,
                0,
                machines,
                TreePMap.empty(),
                TreePMap.empty(),
                TreePMap.empty(),
                TreePMap.empty(),
                null,
                null,
                TreePVector.empty(),
                TreePVector.empty(),
                TreePMap.empty());
    }

    public Plant plant() {
        return index.plant();
    }

    /** SHA-256 of the state's canonical form: equal states have equal hashes, on any machine. */
    public String hash() {
        return StateJson.hash(this);
    }

    /** The lots that are at a machine or in a buffer. */
    public List<LotState> lotsAt(EquipmentId place) {
        return lots.values().stream()
                .filter(lot -> place.equals(lot.location()))
                .toList();
    }

    MachineState machine(EquipmentId id) {
        var known = machines.get(id);
        return known == null ? MachineState.unheard(id) : known;
    }

    TwinState at(Instant eventTime, long eventOffset) {
        return new TwinState(
                index,
                eventTime.isAfter(time) ? eventTime : time,
                eventOffset,
                machines,
                orders,
                lots,
                alarms,
                wishes,
                plan,
                planTrouble,
                plans,
                inspections,
                modelErrors);
    }

    TwinState with(MachineState machine) {
        return new TwinState(
                index,
                time,
                offset,
                machines.plus(machine.id(), machine),
                orders,
                lots,
                alarms,
                wishes,
                plan,
                planTrouble,
                plans,
                inspections,
                modelErrors);
    }

    TwinState withWork(PSortedMap<String, OrderState> newOrders, PSortedMap<String, LotState> newLots) {
        return new TwinState(
                index,
                time,
                offset,
                machines,
                newOrders,
                newLots,
                alarms,
                wishes,
                plan,
                planTrouble,
                plans,
                inspections,
                modelErrors);
    }

    TwinState withAlarms(PSortedMap<String, AlarmState> newAlarms) {
        return new TwinState(
                index,
                time,
                offset,
                machines,
                orders,
                lots,
                newAlarms,
                wishes,
                plan,
                planTrouble,
                plans,
                inspections,
                modelErrors);
    }

    TwinState withWishes(PSortedMap<String, WishState> newWishes) {
        return new TwinState(
                index,
                time,
                offset,
                machines,
                orders,
                lots,
                alarms,
                newWishes,
                plan,
                planTrouble,
                plans,
                inspections,
                modelErrors);
    }

    TwinState withPlan(@Nullable AdoptedPlan newPlan, @Nullable PlanTrouble trouble, PVector<PlanSummary> newPlans) {
        return new TwinState(
                index,
                time,
                offset,
                machines,
                orders,
                lots,
                alarms,
                wishes,
                newPlan,
                trouble,
                newPlans,
                inspections,
                modelErrors);
    }

    TwinState withInspections(PVector<Inspection> newInspections) {
        return new TwinState(
                index,
                time,
                offset,
                machines,
                orders,
                lots,
                alarms,
                wishes,
                plan,
                planTrouble,
                plans,
                newInspections,
                modelErrors);
    }

    TwinState withModelErrors(PSortedMap<String, ModelErrors> errors) {
        return new TwinState(
                index,
                time,
                offset,
                machines,
                orders,
                lots,
                alarms,
                wishes,
                plan,
                planTrouble,
                plans,
                inspections,
                errors);
    }
}
