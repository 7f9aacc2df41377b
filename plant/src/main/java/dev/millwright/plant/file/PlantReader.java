package dev.millwright.plant.file;

import dev.millwright.plant.Buffer;
import dev.millwright.plant.EquipmentId;
import dev.millwright.plant.Plant;
import dev.millwright.plant.Position;
import dev.millwright.plant.ProductionLine;
import dev.millwright.plant.SetupTime;
import dev.millwright.plant.Shift;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/** Reads the file's top level; machines and products have readers of their own. */
final class PlantReader {

    static final EquipmentId NOWHERE = EquipmentId.of("nowhere");

    private final Problems problems;
    private final Names names;

    PlantReader(Problems problems) {
        this.problems = problems;
        this.names = new Names(problems);
    }

    @Nullable
    Plant read(Node node) {
        var root = new Section("The plant file", node, problems);
        String name = root.need("plant", PlantReader::shortName, "");
        String title = root.take("title", Values::text, name);
        ZoneId zone = root.take("zone", Values::zone, ZoneOffset.UTC);
        var lines = lines(root);
        var usual = CostReader.usual(root);
        var machines = new MachineReader(names, usual.costs(), SeverityReader.usual(root));
        machines.readTypes(root);
        machines.readMachines(root);
        var buffers = buffers(root);
        var products = new ProductReader(problems, names);
        products.readProducts(root);
        var setups = setups(root);
        var shifts = shifts(root);
        products.readOrders(root);
        names.check();
        return root.build(() -> {
            if (machines.machines().isEmpty()) {
                throw new IllegalArgumentException("The plant has no machine.\nList one at least under 'machines:'.");
            }
            return new Plant(
                    name,
                    title,
                    zone,
                    lines,
                    machines.machines(),
                    buffers,
                    products.products(),
                    setups,
                    shifts,
                    machines.cameras(),
                    products.orders(),
                    usual.currency());
        });
    }

    private List<ProductionLine> lines(Section root) {
        var lines = new ArrayList<ProductionLine>();
        for (var entry : root.list("lines", "Line")) {
            EquipmentId id = entry.need("id", EquipmentId::of, NOWHERE);
            names.declare("line", id.path(), entry.place("id"));
            String name = entry.take("name", Values::text, id.name());
            entry.build(lines, () -> new ProductionLine(id, name));
        }
        return lines;
    }

    private List<Buffer> buffers(Section root) {
        var buffers = new ArrayList<Buffer>();
        for (var entry : root.list("buffers", "Buffer")) {
            EquipmentId id = entry.need("id", EquipmentId::of, NOWHERE);
            names.declare("buffer", id.path(), entry.place("id"));
            String name = entry.take("name", Values::text, id.name());
            int capacity = entry.take("capacity", Values::whole, 10);
            Position at = position(entry);
            entry.build(buffers, () -> new Buffer(id, name, capacity, at));
        }
        return buffers;
    }

    private List<SetupTime> setups(Section root) {
        var setups = new ArrayList<SetupTime>();
        for (var entry : root.list("setups", "Setup")) {
            String capability = entry.need("for", Values::text, "");
            names.use("capability", capability, "this setup", entry.place("for"));
            String from = family(entry, "from");
            String to = family(entry, "to");
            double seconds = entry.need("takes", Values::seconds, 0.0);
            entry.build(setups, () -> new SetupTime(capability, from, to, (int) Math.round(seconds)));
        }
        return setups;
    }

    /** A setup family that some step declares, or any. */
    private String family(Section entry, String key) {
        String family = entry.take(key, Values::text, "*");
        if (!family.equals("*")) {
            names.use("setup family", family, "this setup", entry.place(key));
        }
        return family;
    }

    private List<Shift> shifts(Section root) {
        var shifts = new ArrayList<Shift>();
        for (var entry : root.list("shifts", "Shift")) {
            String name = entry.need("name", Values::text, "");
            names.declare("shift", name, entry.place("name"));
            var days = entry.take("days", Values::days, EnumSet.allOf(java.time.DayOfWeek.class));
            var start = entry.need("start", Values::clock, LocalTime.MIDNIGHT);
            var end = entry.need("end", Values::clock, LocalTime.MIDNIGHT);
            double minutes = entry.take("breaks", Values::minutes, 0.0);
            entry.build(shifts, () -> new Shift(name, days, start, end, (int) Math.round(minutes)));
        }
        return shifts;
    }

    static Position position(Section entry) {
        var at = entry.section("at", "A position");
        if (at == null) {
            return new Position(0, 0, 0);
        }
        double x = at.need("x", Values::metres, 0.0);
        double y = at.need("y", Values::metres, 0.0);
        double degrees = at.take("degrees", Values::degrees, 0.0);
        var position = at.build(() -> new Position(x, y, degrees));
        return position == null ? new Position(0, 0, 0) : position;
    }

    private static String shortName(String text) {
        if (!text.matches("[a-z0-9][a-z0-9-]{0,62}")) {
            throw new IllegalArgumentException(
                    "'%s' is no short name.\nUse small letters, digits and -, such as board-shop.".formatted(text));
        }
        return text;
    }
}
