package dev.millwright.plant;

import java.util.List;

/**
 * Something the plant makes.
 *
 * @param lotSize how many parts travel together
 * @param repairSecondsPerPart how long one repair of a rejected part takes
 */
public record Product(
        String id, String name, String color, int lotSize, double repairSecondsPerPart, List<RouteStep> route) {

    public Product {
        route = List.copyOf(route);
        if (lotSize < 1) {
            throw new IllegalArgumentException(
                    "Product '%s' has lots of %d parts.\nA lot holds one at least.".formatted(id, lotSize));
        }
        if (route.isEmpty()) {
            throw new IllegalArgumentException("Product '%s' has no route.\nGive it one step at least.".formatted(id));
        }
        for (int i = 1; i < route.size(); i++) {
            if (route.get(i).sequence() <= route.get(i - 1).sequence()) {
                throw new IllegalArgumentException(
                        "Product '%s' has step %d after step %d.\nSequence numbers grow along a route."
                                .formatted(
                                        id,
                                        route.get(i).sequence(),
                                        route.get(i - 1).sequence()));
            }
        }
    }
}
