package dev.millwright.gateway.view;

import dev.millwright.plant.EquipmentId;
import dev.millwright.plant.Machine;
import dev.millwright.plant.Plant;
import dev.millwright.plant.Position;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the plant file says: what stands where, what it can do and what it makes. */
public record PlantView(
        String name,
        String title,
        String zone,
        String site,
        List<NamedView> lines,
        List<PlantMachineView> machines,
        List<BufferView> buffers,
        List<ProductView> products,
        List<CameraView> cameras,
        List<ShiftView> shifts) {

    /** An id with its name for people. */
    public record NamedView(String id, String name) {}

    /** A machine as it was built. */
    public record PlantMachineView(
            String id,
            String name,
            String type,
            List<String> capabilities,
            Position position,
            List<PlantSignalView> signals) {}

    /** A signal with the limits that raise an alarm. */
    public record PlantSignalView(
            String name,
            String unit,
            @Schema(nullable = true) @Nullable Double low,
            @Schema(nullable = true) @Nullable Double high,
            double nominal) {}

    /** A place where lots wait. */
    public record BufferView(String id, String name, int capacity, Position position) {}

    /** A product and its route. */
    public record ProductView(String id, String name, String color, List<StepView> route) {}

    /** One step of a route. */
    public record StepView(int sequence, String name, String capability, String family, double secondsPerPart) {}

    /** A camera and the machine it looks at. */
    public record CameraView(String id, String machine) {}

    /** A shift by the plant's wall clock. */
    public record ShiftView(
            String name,
            @Schema(examples = "06:00") LocalTime start,
            @Schema(examples = "14:00") LocalTime end) {}

    /** A zone by a name that browsers know, which of those with a fixed offset know UTC and +02:00, but neither Z nor UTC+2. */
    static String zone(ZoneId zone) {
        if (!(zone.normalized() instanceof ZoneOffset offset)) {
            return zone.getId();
        }
        return offset.getTotalSeconds() == 0 ? "UTC" : offset.getId();
    }

    public static PlantView of(Plant plant) {
        return new PlantView(
                plant.name(),
                plant.title(),
                zone(plant.zone()),
                plant.site().path(),
                plant.lines().stream()
                        .map(line -> new NamedView(line.id().path(), line.name()))
                        .toList(),
                plant.machines().stream().map(PlantView::machine).toList(),
                plant.buffers().stream()
                        .map(buffer ->
                                new BufferView(buffer.id().path(), buffer.name(), buffer.capacity(), buffer.position()))
                        .toList(),
                plant.products().stream()
                        .map(product -> new ProductView(
                                product.id(),
                                product.name(),
                                product.color(),
                                product.route().stream()
                                        .map(step -> new StepView(
                                                step.sequence(),
                                                step.name(),
                                                step.capability(),
                                                step.family(),
                                                step.secondsPerPart()))
                                        .toList()))
                        .toList(),
                plant.cameras().stream()
                        .map(camera ->
                                new CameraView(camera.id(), camera.machine().path()))
                        .toList(),
                plant.shifts().stream()
                        .map(shift -> new ShiftView(shift.name(), shift.start(), shift.end()))
                        .toList());
    }

    /** The line a piece of equipment stands on: the deepest one that contains it, or the site. */
    public static EquipmentId lineOf(Plant plant, EquipmentId equipment) {
        return Stream.concat(Stream.of(plant.site()), plant.lines().stream().map(line -> line.id()))
                .filter(line -> line.contains(equipment))
                .max(java.util.Comparator.comparingInt(line -> line.path().length()))
                .orElse(plant.site());
    }

    private static PlantMachineView machine(Machine machine) {
        return new PlantMachineView(
                machine.id().path(),
                machine.name(),
                machine.type(),
                machine.capabilities().stream().sorted().toList(),
                machine.position(),
                machine.signals().stream()
                        .map(signal -> new PlantSignalView(
                                signal.name(), signal.unit(), signal.low(), signal.high(), signal.nominal()))
                        .toList());
    }
}
