package dev.millwright.scheduling.search;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** The best solutions of all workers, no two of one value and nearly one order. */
final class ElitePool {
    private final int capacity;
    private final List<Solution> elites = new ArrayList<>();

    ElitePool(int capacity) {
        this.capacity = capacity;
    }

    boolean full() {
        return elites.size() >= capacity;
    }

    int capacity() {
        return capacity;
    }

    Solution draw(RandomGenerator random) {
        return elites.get(random.nextInt(elites.size()));
    }

    /** Takes a solution in when it is new and better than the worst; says whether it did. */
    boolean offer(Solution solution) {
        for (var elite : elites) {
            if (elite.value() == solution.value() && same(elite, solution)) {
                return false;
            }
        }
        if (!full()) {
            return elites.add(solution);
        }
        int worst = 0;
        for (int i = 1; i < elites.size(); i++) {
            if (elites.get(i).value() >= elites.get(worst).value()) {
                worst = i;
            }
        }
        if (solution.value() > elites.get(worst).value()) {
            return false;
        }
        elites.set(worst, solution);
        return true;
    }

    /** Equal starts for nearly all operations. */
    private static boolean same(Solution one, Solution other) {
        int different = 0;
        for (int i = 0; i < one.start().length; i++) {
            if (one.start()[i] != other.start()[i] || one.mode()[i] != other.mode()[i]) {
                different++;
            }
        }
        return different <= one.start().length / 50;
    }
}
