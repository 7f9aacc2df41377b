package dev.millwright.loop.cause;

import dev.millwright.plant.EquipmentId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A cause that the evidence speaks for. It is a place to look first, not a proof.
 *
 * @param type of the defects
 * @param station the machine that likely makes them; where nothing tells machines apart, the one they were seen at
 * @param lane which parts of a lot have them, such as {@code every 4th part}; null when that makes no difference
 * @param position where on the part they are again and again; null when they are all over
 * @param count defective parts that speak for it
 * @param expected how many there would be by chance
 * @param pValue how likely chance makes as many or more; the strongest of the findings behind it
 * @param since when it seems to have begun
 * @param words all of it for a person
 * @param evidence inspections, the latest first
 * @param blame machines that likely make them; null where nothing tells machines apart, or only those at which they were seen
 */
public record Hypothesis(
        String type,
        EquipmentId station,
        @Nullable String lane,
        @Nullable String position,
        int count,
        double expected,
        double pValue,
        Instant since,
        String words,
        List<String> evidence,
        @Nullable Blame blame) {

    public Hypothesis {
        evidence = List.copyOf(evidence);
    }
}
