package dev.millwright.loop.cause;

import static dev.millwright.loop.cause.TwoPlacers.AOI;
import static dev.millwright.loop.cause.TwoPlacers.OVEN;
import static dev.millwright.loop.cause.TwoPlacers.PLACER_1;
import static dev.millwright.loop.cause.TwoPlacers.PLACER_2;
import static dev.millwright.loop.cause.TwoPlacers.machine;
import static dev.millwright.loop.cause.TwoPlacers.plant;
import static org.assertj.core.api.Assertions.assertThat;

import dev.millwright.loop.cause.SeenPart.SeenDefect;
import dev.millwright.plant.EquipmentId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CausesTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Instant SINCE = NOW.minus(Duration.ofHours(8));
    private static final List<String> TYPES = List.of("open", "short", "spur");

    /** Defects thrown on parts by chance are nobody's fault: at most one shift in fifty may blame something. */
    @Test
    void chanceIsRarelyBlamedOnAnything() {
        int blamed = 0;
        for (int seed = 0; seed < 200; seed++) {
            blamed += new Shift(seed).found().isEmpty() ? 0 : 1;
        }
        assertThat(blamed).as("shifts of 200 with a hypothesis").isLessThanOrEqualTo(4);
    }

    @Test
    void aMachineThatSpoilsPartsIsFoundBehindAnotherMachinesCamera() {
        int found = 0;
        for (int seed = 0; seed < 20; seed++) {
            var shift = new Shift(seed);
            shift.spoil(part -> shift.route(part).contains(PLACER_2), 0.35, "short", RandomGenerator::nextDouble);
            var causes = shift.found();
            found += causes.stream()
                            .anyMatch(cause -> cause.type().equals("short")
                                    && cause.station().equals(PLACER_2)
                                    && cause.count() > cause.expected()
                                    && cause.words().contains("over placer-2")
                                    && List.of(PLACER_2).equals(blamed(cause)))
                    ? 1
                    : 0;
            assertThat(causes).as("seed %d", seed).noneMatch(cause -> cause.station()
                    .equals(PLACER_1));
        }
        assertThat(found).as("of 20 shifts").isGreaterThanOrEqualTo(18);
    }

    @Test
    void aRepeatedPlaceIsFoundAndSaidInWords() {
        var shift = new Shift(3);
        shift.spoil(part -> true, 0.06, "spur", random -> 0.09 + 0.02 * random.nextDouble());
        assertThat(shift.found()).anySatisfy(cause -> {
            assertThat(cause.type()).isEqualTo("spur");
            assertThat(cause.position()).startsWith("upper left");
            assertThat(cause.words()).contains("at one place").contains("fixture");
            assertThat(cause.evidence()).hasSizeGreaterThanOrEqualTo(4).doesNotHaveDuplicates();
        });
    }

    @Test
    void aNestOfAFixtureIsFoundByTheNumbersOfItsParts() {
        var shift = new Shift(4);
        shift.spoil(part -> part.number() % 4 == 3, 0.5, "open", RandomGenerator::nextDouble);
        assertThat(shift.found()).anySatisfy(cause -> {
            assertThat(cause.type()).isEqualTo("open");
            assertThat(cause.lane()).isEqualTo("every 4th part: 3, 7, 11");
        });
    }

    @Test
    void aRateThatRisesIsToldWithTheTimeItBegan() {
        var shift = new Shift(5);
        var begins = NOW.minus(Duration.ofHours(3));
        shift.spoil(part -> !part.time().isBefore(begins), 0.3, "short", RandomGenerator::nextDouble);
        assertThat(shift.found()).anySatisfy(cause -> {
            assertThat(cause.type()).isEqualTo("short");
            assertThat(cause.words()).contains("more often than before");
            assertThat(Duration.between(cause.since(), begins).abs()).isLessThan(Duration.ofMinutes(30));
        });
    }

    /** Of two machines in a row nobody can say which it was; to name one alone would send people to the wrong one. */
    @Test
    void machinesThatPassedTheSamePartsAreNamedTogether() {
        var secondOven = EquipmentId.of("hall/oven-2");
        var parts = new ArrayList<SeenPart>();
        var routes = new HashMap<String, Set<EquipmentId>>();
        for (int i = 0; i < 96; i++) {
            boolean second = i / 4 % 2 == 1;
            routes.put("O-" + i / 4, second ? Set.of(PLACER_2, secondOven) : Set.of(PLACER_1, OVEN));
            var defects = second && i % 3 != 0
                    ? List.of(new SeenDefect("short", i % 10 / 10.0, i % 7 / 7.0))
                    : List.<SeenDefect>of();
            parts.add(new SeenPart("I-" + i, SINCE.plusSeconds(i), "O-" + i / 4 + "/" + (i % 4 + 1), AOI, defects));
        }
        var plant = plant(machine(secondOven, "oven"));
        assertThat(Causes.since(SINCE, NOW, plant, parts, routes).getFirst()).satisfies(cause -> {
            assertThat(cause.station()).isIn(PLACER_2, secondOven);
            assertThat(cause.words()).contains("placer-2").contains("oven-2").contains("or, by the same parts");
            assertThat(blamed(cause)).containsExactlyInAnyOrder(PLACER_2, secondOven);
        });
    }

    /** That defects are seen there, as all are that one of two cameras looks for, is no fault of the machine. */
    @Test
    void whereDefectsAreOnlySeenNobodyIsBlamed() {
        var secondAoi = EquipmentId.of("hall/aoi-2");
        var parts = new ArrayList<SeenPart>();
        var routes = new HashMap<String, Set<EquipmentId>>();
        for (int i = 0; i < 192; i++) {
            boolean second = i / 4 % 2 == 1;
            var seenAt = second ? secondAoi : AOI;
            routes.put("O-" + i / 4, Set.of(i / 8 % 2 == 0 ? PLACER_1 : PLACER_2, OVEN, seenAt));
            var defects = second && i % 3 != 0
                    ? List.of(new SeenDefect("short", i % 10 / 10.0, i % 7 / 7.0))
                    : List.<SeenDefect>of();
            parts.add(new SeenPart("I-" + i, SINCE.plusSeconds(i), "O-" + i / 4 + "/" + (i % 4 + 1), seenAt, defects));
        }
        assertThat(Causes.since(SINCE, NOW, plant(machine(secondAoi, "aoi")), parts, routes))
                .isNotEmpty()
                .allSatisfy(cause -> {
                    assertThat(cause.station()).isEqualTo(secondAoi);
                    assertThat(blamed(cause)).isEmpty();
                });
    }

    @Test
    void aQuietPlantHasNoCauses() {
        assertThat(Causes.since(SINCE, NOW, plant(), List.of(), Map.of())).isEmpty();
    }

    private static List<EquipmentId> blamed(Hypothesis cause) {
        var blame = cause.blame();
        return blame == null ? List.of() : blame.machines();
    }

    /** 32 hours of parts, one every four minutes, in lots of 12; one in twenty shows a defect somewhere. */
    private static final class Shift {
        private final RandomGenerator random;
        private final List<SeenPart> parts = new ArrayList<>();
        private final Map<String, Set<EquipmentId>> routes = new HashMap<>();

        Shift(long seed) {
            random = new SplittableRandom(seed);
            for (int i = 0; i < 480; i++) {
                String lot = "O-" + i / 12;
                routes.computeIfAbsent(lot, _ -> Set.of(random.nextBoolean() ? PLACER_1 : PLACER_2, OVEN, AOI));
                var defects = new ArrayList<SeenDefect>();
                if (random.nextInt(20) == 0) {
                    defects.add(new SeenDefect(
                            TYPES.get(random.nextInt(TYPES.size())), random.nextDouble(), random.nextDouble()));
                }
                var time = NOW.minus(Duration.ofMinutes(4L * (480 - i)));
                parts.add(new SeenPart("I-" + i, time, lot + "/" + (i % 12 + 1), AOI, defects));
            }
        }

        Set<EquipmentId> route(SeenPart part) {
            return routes.getOrDefault(part.lot(), Set.of());
        }

        /** Adds a defect to a share of the later parts that a fault touches. */
        void spoil(Predicate<SeenPart> touched, double share, String type, ToDoubleFunction<RandomGenerator> place) {
            parts.replaceAll(part -> {
                if (part.time().isBefore(SINCE) || !touched.test(part) || random.nextDouble() >= share) {
                    return part;
                }
                var defect = new SeenDefect(type, place.applyAsDouble(random), place.applyAsDouble(random));
                return new SeenPart(
                        part.inspection(),
                        part.time(),
                        part.serial(),
                        part.inspectedAt(),
                        Stream.concat(part.defects().stream(), Stream.of(defect))
                                .toList());
            });
        }

        List<Hypothesis> found() {
            return Causes.since(SINCE, NOW, plant(), parts, routes);
        }
    }
}
