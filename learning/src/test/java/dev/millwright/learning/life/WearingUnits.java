package dev.millwright.learning.life;

import dev.millwright.maintenance.features.UnitRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Units of known lives: in two regimes one signal wears off over the last hundred cycles, one is noise, one is still. */
final class WearingUnits {
    static final List<String> SIGNALS = List.of("load", "vibration", "noise", "still");
    static final List<Integer> SETTINGS = List.of(0);

    private WearingUnits() {}

    static List<UnitRun> failed(int count, long seed) {
        var random = new Random(seed);
        var units = new ArrayList<UnitRun>();
        for (int u = 0; u < count; u++) {
            int life = 120 + random.nextInt(150);
            units.add(run("unit-" + u, life, life, random));
        }
        return units;
    }

    /** The first cycles of a unit of that life. */
    static UnitRun run(String name, int life, int cycles, Random random) {
        var rows = new double[cycles][];
        for (int i = 0; i < cycles; i++) {
            double load = random.nextBoolean() ? 10 : 50;
            double wear = Math.max(0, 100 - (life - 1 - i)) / 100.0;
            double vibration = load / 10 + 3 * wear * wear + random.nextGaussian() * 0.1;
            rows[i] = new double[] {load, vibration, random.nextGaussian(), 7};
        }
        return UnitRun.ofCycles(name, rows);
    }
}
