package dev.millwright.gateway.rest;

import dev.millwright.gateway.Floor;
import dev.millwright.twin.TwinState;

/** Finds orders and lots: the open and the latest in the present state, those closed long ago in the past. */
final class WorkBook {

    private WorkBook() {}

    /** The present state, or one of the past where the order stands in that alone. */
    static TwinState withOrder(Floor floor, String order) {
        var now = floor.state();
        return now.orders().containsKey(order) ? now : floor.pastOrder(order).orElse(now);
    }

    /** The same for one of an order's lots. */
    static TwinState withLot(Floor floor, String lot) {
        var now = floor.state();
        return now.lots().containsKey(lot) ? now : withOrder(floor, orderOf(lot));
    }

    /** The order a lot's number begins with; an order's own number as it is. */
    static String orderOf(String id) {
        int dot = id.indexOf('.');
        return dot < 0 ? id : id.substring(0, dot);
    }
}
