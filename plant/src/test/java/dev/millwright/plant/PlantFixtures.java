package dev.millwright.plant;

import dev.millwright.plant.event.Fact;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Small plants, orders and machines that all rooms' tests speak. */
public final class PlantFixtures {

    /** The machines of {@link #cell()}: two presses that can stand in for one another, and a drill. */
    public static final EquipmentId PRESS_1 = EquipmentId.of("hall/area/line-1/cell/press-1");

    public static final EquipmentId PRESS_2 = EquipmentId.of("hall/area/line-1/cell/press-2");
    public static final EquipmentId DRILL = EquipmentId.of("hall/area/line-1/cell/drill");

    private PlantFixtures() {}

    /** A line of three machines that presses and drills brackets in lots of five. */
    public static Plant cell() {
        return new Plant(
                "cell",
                "A small cell",
                ZoneOffset.UTC,
                List.of(new ProductionLine(EquipmentId.of("hall/area/line-1"), "Line 1")),
                List.of(machine(PRESS_1, "press", 1), machine(PRESS_2, "press", 0.5), machine(DRILL, "drill", 1)),
                List.of(new Buffer(EquipmentId.of("hall/area/line-1/cell/store"), "Store", 10, new Position(0, 0, 0))),
                List.of(bracket()),
                List.of(new SetupTime("press", "*", "*", 60)),
                List.of(new Shift("day", EnumSet.allOf(DayOfWeek.class), LocalTime.of(6, 0), LocalTime.of(18, 0), 30)),
                List.of(),
                List.of(new OrderBookEntry("O-1", "bracket", 12, 1, 0, 8.0, "ACME")));
    }

    public static Machine machine(EquipmentId id, String capability, double speedFactor) {
        return new Machine(
                id,
                id.name(),
                capability,
                Set.of(capability),
                speedFactor,
                List.of(
                        new Signal("temperature", "°C", 60, 0.5, null, 90.0, 20, 1),
                        new Signal("vibration", "mm/s", 2, 0.1, null, 7.0, 5, 1)),
                new Reliability(200, 30, 2, 45),
                new Position(0, 0, 0));
    }

    public static Product bracket() {
        return new Product(
                "bracket",
                "Bracket",
                "#3b82f6",
                5,
                20,
                List.of(
                        new RouteStep(10, "press", "press", "steel", 10, null),
                        new RouteStep(20, "drill", "drill", "steel", 6, null)));
    }

    /** A new order of brackets, without dates. */
    public static Fact.OrderAdded orderAdded(String id, int quantity) {
        var order = new Order(id, "bracket", quantity, 1, null, null, null);
        return new Fact.OrderAdded(order, Lot.of(order, bracket()));
    }
}
