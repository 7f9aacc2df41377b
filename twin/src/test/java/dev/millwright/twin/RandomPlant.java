package dev.millwright.twin;

import dev.millwright.plant.EquipmentId;
import dev.millwright.plant.MachineMode;
import dev.millwright.plant.MaintenanceWish;
import dev.millwright.plant.OperationPin;
import dev.millwright.plant.PackMlState;
import dev.millwright.plant.Plan;
import dev.millwright.plant.PlannedMaintenance;
import dev.millwright.plant.PlantFixtures;
import dev.millwright.plant.Quality;
import dev.millwright.plant.Reading;
import dev.millwright.plant.RiskLevel;
import dev.millwright.plant.Verdict;
import dev.millwright.plant.event.Draft;
import dev.millwright.plant.event.Fact;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Says anything a plant might say, in any order: late, twice, about lots nobody ordered. */
final class RandomPlant {

    private static final List<EquipmentId> MACHINES =
            List.of(PlantFixtures.PRESS_1, PlantFixtures.PRESS_2, PlantFixtures.DRILL);

    private final Random random;
    private final List<Draft> said = new ArrayList<>();
    private double minutes;
    private int orders;

    RandomPlant(long seed) {
        random = new Random(seed);
    }

    Draft next() {
        if (!said.isEmpty() && random.nextInt(10) == 0) {
            return said.get(random.nextInt(said.size()));
        }
        minutes += random.nextDouble() * 3;
        double late = random.nextInt(5) == 0 ? random.nextDouble() * 30 : 0;
        var when = Lab.at(Math.max(0, minutes - late));
        var machine = MACHINES.get(random.nextInt(MACHINES.size()));
        var draft = Draft.of(when, "test", machine, fact(machine, when));
        if (!(draft.fact() instanceof Fact.OrderAdded)) {
            said.add(draft);
        }
        return draft;
    }

    private Fact fact(EquipmentId machine, Instant when) {
        String lot = "O-" + random.nextInt(4) + "." + (1 + random.nextInt(3));
        String operation = lot + ":" + (random.nextBoolean() ? 10 : 20);
        int good = random.nextInt(6);
        return switch (random.nextInt(20)) {
            case 0, 1, 2 ->
                new Fact.MachineStateChanged(
                        PackMlState.ofCode(1 + random.nextInt(17)), random.nextBoolean() ? null : "jam");
            case 3 -> new Fact.MachineModeChanged(MachineMode.ofCode(1 + random.nextInt(4)));
            case 4 -> new Fact.OperationStarted(lot, operation);
            case 5, 6 -> new Fact.PartsCounted(lot, operation, good, random.nextInt(2), random.nextInt(2));
            case 7 -> new Fact.OperationCompleted(lot, operation, good, random.nextInt(2), 0);
            case 8 -> new Fact.OperationInterrupted(lot, operation, good, "broken");
            case 9 -> new Fact.LotArrived(lot);
            case 10 -> new Fact.ConnectionOpened();
            case 11 -> new Fact.ConnectionLost("cable");
            case 12 -> order();
            case 13 -> new Fact.OperationDispatched(lot, operation);
            case 14 -> maintenance(machine, when);
            case 15 -> pin(lot, operation, machine, when);
            case 16 -> random.nextBoolean() ? new Fact.LotHeld(lot, "burrs", "ana") : new Fact.LotReleased(lot, "ana");
            case 17 ->
                new Fact.PartInspected("i" + random.nextInt(20), "cam", lot + "/1", Verdict.PASS, List.of(), null, 5);
            default -> readings(when);
        };
    }

    private Fact pin(String lot, String operation, EquipmentId machine, Instant when) {
        return random.nextBoolean()
                ? new Fact.OperationPinned(lot, operation, new OperationPin(machine, when.plusSeconds(600)), "ana")
                : new Fact.OperationUnpinned(lot, operation, "ana");
    }

    private Fact order() {
        return orders < 4 ? PlantFixtures.orderAdded("O-" + orders++, 12) : new Fact.PlanFailed("no machine");
    }

    private Fact maintenance(EquipmentId machine, Instant when) {
        String wish = "w" + random.nextInt(3);
        return switch (random.nextInt(4)) {
            case 0 ->
                new Fact.MaintenanceRequested(
                        new MaintenanceWish(wish, machine, 600, when, when.plusSeconds(9000), RiskLevel.HIGH));
            case 1 -> new Fact.MaintenanceStarted(wish);
            case 2 -> new Fact.MaintenanceFinished(wish);
            default ->
                new Fact.PlanAdopted(
                        new Plan(
                                "p",
                                when,
                                "repair",
                                List.of(),
                                List.of(new PlannedMaintenance(wish, machine, when, when.plusSeconds(600))),
                                0,
                                0,
                                0,
                                1.5,
                                List.of()),
                        List.of(),
                        12.5);
        };
    }

    private Fact readings(Instant when) {
        var readings = new ArrayList<Reading>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            var quality = List.of(Quality.GOOD, Quality.UNCERTAIN, Quality.BAD).get(random.nextInt(3));
            double value = quality == Quality.BAD ? Double.NaN : random.nextDouble() * 120;
            readings.add(new Reading(
                    random.nextBoolean() ? "temperature" : "vibration",
                    value,
                    when.minusMillis(random.nextInt(3)),
                    quality));
        }
        return new Fact.ReadingsTaken(readings);
    }
}
