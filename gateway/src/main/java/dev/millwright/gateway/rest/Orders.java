package dev.millwright.gateway.rest;

import dev.millwright.gateway.problem.ProblemException;
import dev.millwright.gateway.rest.Forms.OrderForm;
import dev.millwright.plant.Lot;
import dev.millwright.plant.Order;
import dev.millwright.plant.Plant;
import dev.millwright.plant.Product;
import dev.millwright.plant.event.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes orders of what was sent. */
final class Orders {

    /** Each lot is planned and followed by itself; an order of more is many orders. */
    private static final int MOST_LOTS = 500;

    private Orders() {}

    /** So many orders are planned with before they are added. */
    private static final int MOST_SUPPOSED = 20;

    /** Orders that are only supposed; none when there is no list. */
    static List<Fact> supposed(@Nullable List<OrderForm> forms, Plant plant, String field) {
        if (forms == null) {
            return List.of();
        }
        new Flaws()
                .check(
                        forms.size() <= MOST_SUPPOSED,
                        field,
                        "are %d; a plan is tried with %d at most".formatted(forms.size(), MOST_SUPPOSED))
                .end();
        var orders = new ArrayList<Fact>();
        for (int i = 0; i < forms.size(); i++) {
            var form = forms.get(i);
            if (form == null) {
                throw ProblemException.invalid(field + "[" + i + "]", "is null; name an order or leave it out");
            }
            orders.add(added(of(form, plant, field + "[" + i + "]."), plant));
        }
        return orders;
    }

    /** The fact of a new order: its lots along its product's route. */
    static Fact added(Order order, Plant plant) {
        return new Fact.OrderAdded(
                order, Lot.of(order, plant.product(order.product()).orElseThrow()));
    }

    static Order of(OrderForm form, Plant plant) {
        return of(form, plant, "");
    }

    /** The prefix says where in the request the form stands. */
    static Order of(OrderForm form, Plant plant, String prefix) {
        var flaws = new Flaws();
        String id = flaws.need(form.id(), prefix + "id");
        String product = flaws.need(form.product(), prefix + "product");
        Integer quantity = flaws.need(form.quantity(), prefix + "quantity");
        int priority = form.priority() == null ? 1 : form.priority();
        long most = (long) MOST_LOTS
                * plant.product(String.valueOf(product)).map(Product::lotSize).orElse(1_000);
        flaws.brief(form.customer(), prefix + "customer");
        flaws.check(
                        id == null || id.isBlank() || id.matches("[A-Za-z0-9_-]{1,64}"),
                        prefix + "id",
                        "'%s' is no order number; use up to 64 letters, digits, - and _".formatted(id))
                .check(
                        product == null
                                || product.isBlank()
                                || plant.product(product).isPresent(),
                        prefix + "product",
                        "'%s' is not made here; there are %s"
                                .formatted(
                                        product,
                                        plant.products().stream()
                                                .map(Product::id)
                                                .toList()))
                .check(
                        quantity == null || (quantity >= 1 && quantity <= most),
                        prefix + "quantity",
                        "%d is not from 1 to %d; larger wishes are several orders".formatted(quantity, most))
                .check(priority >= 1, prefix + "priority", "%d is below 1".formatted(priority))
                .check(
                        form.releaseDate() == null
                                || form.dueDate() == null
                                || form.releaseDate().isBefore(form.dueDate()),
                        prefix + "dueDate",
                        "%s is not after the release date %s".formatted(form.dueDate(), form.releaseDate()))
                .end();
        return new Order(
                Objects.requireNonNull(id),
                Objects.requireNonNull(product),
                Objects.requireNonNull(quantity),
                priority,
                form.releaseDate(),
                form.dueDate(),
                form.customer());
    }
}
