package dev.millwright.plant;

import java.util.ArrayList;
import java.util.List;

/**
 * Parts of one order that travel together; the job of scheduling theory. Parts are numbered from 1, so that the n-th
 * part of lot {@code O-17.2} has the serial number {@code O-17.2/n}.
 */
public record Lot(String id, String order, String product, int quantity, List<Operation> operations) {

    public Lot {
        operations = List.copyOf(operations);
    }

    public String serial(int part) {
        return id + "/" + part;
    }

    /** Splits an order into lots along the product's route, the last one taking the rest. */
    public static List<Lot> of(Order order, Product product) {
        var lots = new ArrayList<Lot>();
        for (int left = order.quantity(), n = 1; left > 0; left -= product.lotSize(), n++) {
            String id = order.id() + "." + n;
            int quantity = Math.min(left, product.lotSize());
            var operations = product.route().stream()
                    .map(step -> new Operation(
                            id + ":" + step.sequence(),
                            step.sequence(),
                            step.name(),
                            step.capability(),
                            step.family(),
                            step.secondsPerPart(),
                            quantity,
                            step.repairs()))
                    .toList();
            lots.add(new Lot(id, order.id(), product.id(), quantity, operations));
        }
        return lots;
    }
}
