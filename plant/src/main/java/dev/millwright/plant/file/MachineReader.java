package dev.millwright.plant.file;

import dev.millwright.plant.AssetClass;
import dev.millwright.plant.Camera;
import dev.millwright.plant.Costs;
import dev.millwright.plant.EquipmentId;
import dev.millwright.plant.Machine;
import dev.millwright.plant.Reliability;
import dev.millwright.plant.Signal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads machine types, and machines that begin as their type and say where they differ. */
final class MachineReader {

    /** What machines of a type have in common. */
    private record Type(
            Set<String> capabilities,
            double speed,
            Map<String, Signal> signals,
            Reliability reliability,
            @Nullable AssetClass assetClass,
            Costs costs) {}

    private final Type plain;
    private final Names names;
    private final SeverityReader severity;
    private final Map<String, Type> types = new LinkedHashMap<>();
    private final List<Machine> machines = new ArrayList<>();
    private final List<Camera> cameras = new ArrayList<>();

    /**
     * @param costs of machines that say nothing of their own
     * @param severity of cameras that say nothing of their own
     */
    MachineReader(Names names, Costs costs, SeverityReader severity) {
        this.names = names;
        this.severity = severity;
        this.plain = new Type(Set.of(), 1, Map.of(), new Reliability(500, 30, 2, 45), null, costs);
    }

    List<Machine> machines() {
        return machines;
    }

    List<Camera> cameras() {
        return cameras;
    }

    void readTypes(Section root) {
        var section = root.section("types", "'types'");
        if (section == null) {
            return;
        }
        for (String name : section.names()) {
            var entry = section.section(name, "Type '%s'".formatted(name));
            if (entry != null) {
                names.declare("machine type", name, entry.node());
                var type = type(entry, plain, name);
                entry.build(() -> type);
                types.put(name, type);
            }
        }
    }

    void readMachines(Section root) {
        for (var entry : root.list("machines", "Machine")) {
            EquipmentId id = entry.need("id", EquipmentId::of, PlantReader.NOWHERE);
            names.declare("machine", id.path(), entry.place("id"));
            String name = entry.take("name", Values::text, id.name());
            String typeName = entry.need("type", Values::text, "");
            names.use("machine type", typeName, "machine " + id.name(), entry.place("type"));
            Type type = type(entry, types.getOrDefault(typeName, plain), typeName);
            var at = PlantReader.position(entry);
            Camera camera = camera(entry, id);
            offer(type, entry);
            if (!types.containsKey(typeName)) {
                types.values().forEach(possible -> offer(possible, entry));
            }
            entry.build(
                    machines,
                    () -> new Machine(
                            id,
                            name,
                            typeName,
                            type.capabilities(),
                            type.speed(),
                            List.copyOf(type.signals().values()),
                            type.reliability(),
                            at,
                            Objects.requireNonNullElseGet(type.assetClass(), () -> AssetClass.of(typeName)),
                            type.costs()));
            if (camera != null) {
                cameras.add(camera);
            }
        }
    }

    private void offer(Type type, Section machine) {
        type.capabilities().forEach(capability -> names.offer("capability", capability, machine.node()));
    }

    /** Reads what a type and a machine may both say, on top of what is known already. */
    private Type type(Section entry, Type base, String typeName) {
        var capabilities = entry.has("can") ? Set.copyOf(entry.words("can")) : base.capabilities();
        double speed = entry.take("speed", Values::number, base.speed());
        var signals = new LinkedHashMap<>(base.signals());
        var section = entry.section("signals", "'signals'");
        if (section != null) {
            for (String name : section.names()) {
                var signal = signal(name, section.section(name, "Signal '%s'".formatted(name)));
                if (signal != null) {
                    signals.put(name, signal);
                }
            }
        }
        return new Type(
                capabilities,
                speed,
                signals,
                reliability(entry, base.reliability()),
                assetClass(entry, base.assetClass(), typeName),
                CostReader.of(entry, base.costs()));
    }

    private static @Nullable AssetClass assetClass(Section entry, @Nullable AssetClass base, String type) {
        var section = entry.section("life", "'life'");
        if (section == null) {
            return base;
        }
        var usual = base == null ? AssetClass.of(type) : base;
        String name = section.take("class", Values::text, usual.name());
        Double row = section.has("row") ? section.maybe("row", Values::seconds) : usual.rowSeconds();
        var signals = new LinkedHashMap<>(usual.signals());
        var named = section.section("signals", "'signals' of 'life'");
        if (named != null) {
            for (String ofModel : named.names()) {
                signals.put(ofModel, named.need(ofModel, Values::text, ofModel));
            }
            named.build(() -> signals);
        }
        return section.build(() -> new AssetClass(name, row, signals));
    }

    private @Nullable Signal signal(String name, @Nullable Section entry) {
        if (entry == null) {
            return null;
        }
        Quantity nominal = entry.need("nominal", Quantity::parse, new Quantity(0, ""));
        double noise = entry.take("noise", text -> in(nominal.unit(), text), 0.0);
        Double low = entry.maybe("low", text -> in(nominal.unit(), text));
        Double high = entry.maybe("high", text -> in(nominal.unit(), text));
        double wear = entry.take("wear", text -> in(nominal.unit(), text), 0.0);
        double period = entry.take("every", Values::seconds, 5.0);
        return entry.build(() -> new Signal(name, nominal.unit(), nominal.value(), noise, low, high, wear, period));
    }

    private static Reliability reliability(Section entry, Reliability base) {
        var section = entry.section("reliability", "'reliability'");
        if (section == null) {
            return base;
        }
        double mttf = section.take("mttf", Values::hours, base.mttfHours());
        double mttr = section.take("mttr", Values::minutes, base.mttrMinutes());
        double shape = section.take("shape", Values::number, base.shape());
        double maintenance = section.take("maintenance", Values::minutes, base.maintenanceMinutes());
        var built = section.build(() -> new Reliability(mttf, mttr, shape, maintenance));
        return built == null ? base : built;
    }

    private @Nullable Camera camera(Section entry, EquipmentId machine) {
        var section = entry.section("camera", "The camera");
        if (section == null) {
            return null;
        }
        String id = section.take("id", Values::text, machine.name() + "-camera");
        names.declare("camera", id, section.place("id"));
        var pixels = section.take("pixels", Values::pixels, List.of(320, 320));
        double defects = section.take("defects", Values::share, 0.02);
        Double scale = section.maybe("mm-per-pixel", Values::number);
        var rules = severity.of(section);
        String model = section.maybe("model", Values::text);
        var passing = section.take("pass", Values::names, Camera.USUALLY_PASSING);
        return section.build(() ->
                new Camera(id, machine, pixels.getFirst(), pixels.getLast(), defects, scale, rules, model, passing));
    }

    /** A value of a signal, with the signal's unit or none. */
    private static double in(String unit, String text) {
        var quantity = Quantity.parse(text);
        if (!quantity.unit().isEmpty() && !quantity.unit().equals(unit)) {
            throw new IllegalArgumentException(
                    "'%s' is not in '%s', the unit of nominal.\nWrite both in one unit.".formatted(text, unit));
        }
        return quantity.value();
    }
}
