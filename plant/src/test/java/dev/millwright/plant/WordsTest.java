package dev.millwright.plant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Records refuse what cannot be, and say what would. */
class WordsTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Position HERE = new Position(0, 0, 0);
    private static final Reliability GOOD = new Reliability(100, 30, 2, 45);

    @Test
    void recordsRefuseNonsenseWithACure() {
        var step = new RouteStep(10, "a", "a", "f", 1, null);
        refuses(() -> new Reliability(0, 30, 2, 45), "greater than zero");
        refuses(() -> new RouteStep(10, "a", "a", "f", 0, null), "more than zero");
        refuses(() -> new SetupTime("a", "x", "y", -1), "zero at least");
        refuses(() -> new Buffer(EquipmentId.of("hall/store"), "Store", 0, HERE), "one at least");
        refuses(() -> new Camera("c", EquipmentId.of("hall/m"), 1, 1, 1.5), "from 0 to 1");
        refuses(
                () -> new Camera("c", EquipmentId.of("hall/m"), 1, 1, 0, -1.0, Map.of(), null, List.of()),
                "0.05 for a pixel");
        refuses(
                () -> new Camera("c", EquipmentId.of("hall/m"), 1, 1, 0, null, Map.of(), "Lid scratches", List.of()),
                "as lid-scratches");
        refuses(() -> correction(CorrectionVerdict.MISSED, null, null), "draw a box");
        refuses(() -> correction(CorrectionVerdict.REJECTED, null, "open"), "by its number");
        refuses(() -> new Signal("s", "", 0, 0, 2.0, 1.0, 0, 1), "low limit lies below");
        refuses(() -> new Signal("s", "", 0, 0, null, null, 0, 0), "longer than zero");
        refuses(() -> new Signal("s", "", 0, -1, null, null, 0, 1), "not negative");
        refuses(() -> new Reading("s", Double.NaN, NOON, Quality.GOOD), "quality BAD");
        refuses(() -> new Product("p", "P", "#000000", 0, 1, List.of(step)), "one at least");
        refuses(() -> new Product("p", "P", "#000000", 1, 1, List.of()), "one step at least");
        refuses(() -> new Product("p", "P", "#000000", 1, 1, List.of(step, step)), "grow along a route");
        refuses(() -> new Order("no good", "p", 1, 1, null, null, null), "letters, digits");
        refuses(() -> new Order("A", "p", 0, 1, null, null, null), "one at least");
        refuses(() -> new Order("A", "p", 1, 0, null, null, null), "start at 1");
        refuses(
                () -> new MaintenanceWish("W", EquipmentId.of("m"), 60, NOON, NOON.minusSeconds(1), RiskLevel.HIGH),
                "Swap the two");
        refuses(
                () -> new Machine(EquipmentId.of("m"), "M", "t", Set.of(), 0, List.of(), GOOD, HERE),
                "greater than zero");
    }

    private static Correction correction(CorrectionVerdict verdict, @Nullable Integer finding, @Nullable String type) {
        return new Correction("I-1.c1", verdict, finding, type, null, List.of(), null, "anna");
    }

    @Test
    void aPlantUsesOnlyWhatItDeclares() {
        var cell = PlantFixtures.cell();
        refuses(() -> copy(cell, List.of(), cell.products(), cell.cameras(), cell.orderBook()), "No machine");
        refuses(
                () -> copy(cell, twice(cell.machines()), cell.products(), cell.cameras(), cell.orderBook()),
                "declared twice");
        refuses(
                () -> copy(
                        cell,
                        cell.machines(),
                        cell.products(),
                        List.of(new Camera("c", EquipmentId.of("hall/else"), 1, 1, 0)),
                        cell.orderBook()),
                "no machine here");
        refuses(
                () -> copy(
                        cell,
                        cell.machines(),
                        cell.products(),
                        List.of(),
                        List.of(new OrderBookEntry("A", "nothing", 1, 1, 0, null, null))),
                "not made here");
    }

    @Test
    void aPlantAnswersWhatIsWhere() {
        var cell = PlantFixtures.cell();
        assertThat(cell.site()).isEqualTo(EquipmentId.of("hall"));
        assertThat(cell.machine(PlantFixtures.DRILL)).isPresent();
        assertThat(cell.product("bracket")).isPresent();
        assertThat(cell.cameraAt(PlantFixtures.DRILL)).isEmpty();
        assertThat(cell.machinesThatCan("press")).hasSize(2);
        assertThat(cell.setupSeconds("press", "steel", "steel")).isZero();
        assertThat(cell.setupSeconds("press", "steel", "brass")).isEqualTo(60);
        assertThat(cell.setupSeconds("drill", "steel", "brass")).isZero();
    }

    @Test
    void anOrderIsSplitIntoLotsWithoutLosingAPart() {
        var order = PlantFixtures.cell().orderBook().getFirst().at(NOON);
        assertThat(order.releaseDate()).isNull();
        assertThat(order.dueDate()).isEqualTo(NOON.plusSeconds(8 * 3600));
        var lots = Lot.of(order, PlantFixtures.bracket());
        assertThat(lots).extracting(Lot::quantity).containsExactly(5, 5, 2);
        assertThat(lots.getLast().serial(2)).isEqualTo("O-1.3/2");
        var operation = lots.getLast().operations().getFirst();
        assertThat(operation.id()).isEqualTo("O-1.3:10");
        var slow = PlantFixtures.machine(PlantFixtures.PRESS_2, "press", 0.5);
        assertThat(operation.secondsOn(slow)).isEqualTo(40);
        assertThat(slow.signals().getFirst().secondsUntilStale()).isEqualTo(5);
        assertThat(new OrderBookEntry("A", "p", 1, 1, 2, null, null).at(NOON).releaseDate())
                .isEqualTo(NOON.plusSeconds(7200));
    }

    private static Plant copy(
            Plant plant,
            List<Machine> machines,
            List<Product> products,
            List<Camera> cameras,
            List<OrderBookEntry> orders) {
        return new Plant(
                plant.name(),
                plant.title(),
                plant.zone(),
                plant.lines(),
                machines,
                plant.buffers(),
                products,
                plant.setupTimes(),
                plant.shifts(),
                cameras,
                orders);
    }

    private static <T> List<T> twice(List<T> list) {
        return List.of(list.getFirst(), list.getFirst());
    }

    private static void refuses(ThrowingCallable nonsense, String cure) {
        assertThatThrownBy(nonsense)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(cure);
    }
}
