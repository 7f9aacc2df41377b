package dev.millwright.plant;

import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A factory as its file describes it: what stands where, what it can do, and what it makes. Checked when built: ids are
 * unique and every name that is used is also declared.
 *
 * @param name short name, also the Sparkplug group
 * @param zone where the shifts' clock hangs
 * @param currency what stands beside amounts of money; empty for none
 */
public record Plant(
        String name,
        String title,
        ZoneId zone,
        List<ProductionLine> lines,
        List<Machine> machines,
        List<Buffer> buffers,
        List<Product> products,
        List<SetupTime> setupTimes,
        List<Shift> shifts,
        List<Camera> cameras,
        List<OrderBookEntry> orderBook,
        String currency) {

    /** A plant that tells amounts of money without a currency. */
    public Plant(
            String name,
            String title,
            ZoneId zone,
            List<ProductionLine> lines,
            List<Machine> machines,
            List<Buffer> buffers,
            List<Product> products,
            List<SetupTime> setupTimes,
            List<Shift> shifts,
            List<Camera> cameras,
            List<OrderBookEntry> orderBook) {
        this(name, title, zone, lines, machines, buffers, products, setupTimes, shifts, cameras, orderBook, "");
    }

    public Plant {
        lines = List.copyOf(lines);
        machines = List.copyOf(machines);
        buffers = List.copyOf(buffers);
        products = List.copyOf(products);
        setupTimes = List.copyOf(setupTimes);
        shifts = List.copyOf(shifts);
        cameras = List.copyOf(cameras);
        orderBook = List.copyOf(orderBook);
        requireUnique("line", lines.stream().map(line -> line.id().path()).toList());
        requireUnique(
                "machine", machines.stream().map(machine -> machine.id().path()).toList());
        requireUnique(
                "buffer", buffers.stream().map(buffer -> buffer.id().path()).toList());
        requireUnique("product", products.stream().map(Product::id).toList());
        requireUnique("order", orderBook.stream().map(OrderBookEntry::id).toList());
        for (var product : products) {
            for (var step : product.route()) {
                requireCapability(
                        machines, step.capability(), "step '" + step.name() + "' of product '" + product.id() + "'");
                if (step.repairs() != null) {
                    requireCapability(machines, step.repairs(), "the repair after step '" + step.name() + "'");
                }
            }
        }
        for (var camera : cameras) {
            if (machines.stream().noneMatch(machine -> machine.id().equals(camera.machine()))) {
                throw new IllegalArgumentException(
                        "Camera '%s' looks at %s, which is no machine here.\nKnown machines: %s."
                                .formatted(camera.id(), camera.machine(), names(machines)));
            }
        }
        for (var entry : orderBook) {
            if (products.stream().noneMatch(product -> product.id().equals(entry.product()))) {
                throw new IllegalArgumentException(
                        "Order %s is for product '%s', which is not made here.\nKnown products: %s."
                                .formatted(
                                        entry.id(),
                                        entry.product(),
                                        products.stream().map(Product::id).toList()));
            }
        }
    }

    public Optional<Machine> machine(EquipmentId id) {
        return machines.stream().filter(machine -> machine.id().equals(id)).findFirst();
    }

    public Optional<Product> product(String id) {
        return products.stream().filter(product -> product.id().equals(id)).findFirst();
    }

    public Optional<Camera> cameraAt(EquipmentId machine) {
        return cameras.stream()
                .filter(camera -> camera.machine().equals(machine))
                .findFirst();
    }

    public List<Machine> machinesThatCan(String capability) {
        return machines.stream().filter(machine -> machine.can(capability)).toList();
    }

    /** Seconds from one setup family to another for a capability: zero for the same family or where none is declared. */
    public int setupSeconds(String capability, String from, String to) {
        if (from.equals(to)) {
            return 0;
        }
        return setupTimes.stream()
                .filter(time -> time.capability().equals(capability))
                .filter(time -> time.from().equals("*") || time.from().equals(from))
                .filter(time -> time.to().equals("*") || time.to().equals(to))
                .mapToInt(SetupTime::seconds)
                .max()
                .orElse(0);
    }

    /** The site all machines stand on: the first name of their paths. */
    public EquipmentId site() {
        String path = machines.getFirst().id().path();
        return EquipmentId.of(path.substring(0, path.indexOf('/') < 0 ? path.length() : path.indexOf('/')));
    }

    private static void requireUnique(String what, List<String> ids) {
        Set<String> seen = new HashSet<>();
        for (String id : ids) {
            if (!seen.add(id)) {
                throw new IllegalArgumentException(
                        "The %s '%s' is declared twice.\nGive each %s an id of its own.".formatted(what, id, what));
            }
        }
    }

    private static void requireCapability(List<Machine> machines, String capability, String by) {
        if (machines.stream().noneMatch(machine -> machine.can(capability))) {
            throw new IllegalArgumentException(
                    "No machine has the capability '%s' that %s needs.\nAdd it to a machine, or correct the step; there are: %s."
                            .formatted(
                                    capability,
                                    by,
                                    machines.stream()
                                            .flatMap(machine -> machine.capabilities().stream())
                                            .distinct()
                                            .sorted()
                                            .toList()));
        }
    }

    private static List<String> names(List<Machine> machines) {
        return machines.stream().map(machine -> machine.id().path()).toList();
    }
}
