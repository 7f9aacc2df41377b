package dev.millwright.plant.file;

import dev.millwright.plant.OrderBookEntry;
import dev.millwright.plant.Product;
import dev.millwright.plant.RouteStep;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads products with their routes, and the order book. */
final class ProductReader {

    private static final int STEP = 10;

    private final Problems problems;
    private final Names names;
    private final List<Product> products = new ArrayList<>();
    private final List<OrderBookEntry> orders = new ArrayList<>();

    ProductReader(Problems problems, Names names) {
        this.problems = problems;
        this.names = names;
    }

    List<Product> products() {
        return products;
    }

    List<OrderBookEntry> orders() {
        return orders;
    }

    void readProducts(Section root) {
        for (var entry : root.list("products", "Product")) {
            String id = entry.need("id", Values::text, "");
            names.declare("product", id, entry.place("id"));
            String name = entry.take("name", Values::text, id);
            String color = entry.take("color", Values::color, "#64748b");
            int lotSize = entry.take("lot-size", Values::whole, 10);
            double repair = entry.take("repair", Values::seconds, 60.0);
            var route = route(entry, id);
            entry.build(products, () -> new Product(id, name, color, lotSize, repair, route));
        }
    }

    private List<RouteStep> route(Section product, String id) {
        var route = new ArrayList<RouteStep>();
        int sequence = 0;
        for (var entry : product.list("route", "Step")) {
            sequence = entry.take("step", Values::whole, sequence + STEP);
            var step = step(entry, sequence, id);
            if (step != null) {
                route.add(step);
            }
        }
        return route;
    }

    private @Nullable RouteStep step(Section entry, int sequence, String product) {
        String capability = entry.need("needs", Values::text, "");
        String name = entry.take("name", Values::text, capability);
        String by = "step '%s' of product '%s'".formatted(name, product);
        names.use("capability", capability, by, entry.place("needs"));
        String family = entry.take("family", Values::text, "standard");
        names.offer("setup family", family, entry.place("family"));
        double seconds = entry.need("per-part", Values::seconds, 1.0);
        String repairs = entry.maybe("repairs", Values::text);
        if (repairs != null) {
            names.use("capability", repairs, by, entry.place("repairs"));
        }
        return entry.build(() -> new RouteStep(sequence, name, capability, family, seconds, repairs));
    }

    void readOrders(Section root) {
        for (var entry : root.list("orders", "Order")) {
            String id = entry.need("id", Values::text, "");
            names.declare("order", id, entry.place("id"));
            String product = entry.need("product", Values::text, "");
            names.use("product", product, "order " + id, entry.place("product"));
            int quantity = entry.need("quantity", Values::whole, 1);
            int priority = entry.take("priority", Values::whole, 1);
            double release = entry.take("release", Values::hours, 0.0);
            Double due = entry.maybe("due", Values::hours);
            String customer = entry.maybe("customer", Values::text);
            var order = entry.build(() -> new OrderBookEntry(id, product, quantity, priority, release, due, customer));
            if (order != null) {
                check(order, entry);
            }
        }
    }

    /** An order's own rules live in Order; trying them here tells a mistake where it was written. */
    private void check(OrderBookEntry order, Section entry) {
        try {
            order.at(java.time.Instant.EPOCH);
            orders.add(order);
        } catch (IllegalArgumentException e) {
            problems.add(entry.node(), String.valueOf(e.getMessage()));
        }
    }
}
