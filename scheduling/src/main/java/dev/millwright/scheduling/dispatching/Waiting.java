package dev.millwright.scheduling.dispatching;

import java.util.Arrays;

/** Who waits where: for each machine the jobs whose next operation it could do, in no order. */
final class Waiting {
    private final int[][] jobs;
    private final int[][] modes;
    private final int[] counts;
    /** Per job and mode its place in the list of the mode's machine. */
    private final int[][] places;

    Waiting(int machines, int jobs) {
        this.jobs = new int[machines][8];
        modes = new int[machines][8];
        counts = new int[machines];
        places = new int[jobs][0];
    }

    int count(int machine) {
        return counts[machine];
    }

    /** The job at a place of a machine's list. */
    int job(int machine, int place) {
        return jobs[machine][place];
    }

    /** The mode in which that job would be done there. */
    int mode(int machine, int place) {
        return modes[machine][place];
    }

    void add(int job, int[] machines) {
        if (places[job].length < machines.length) {
            places[job] = new int[machines.length];
        }
        for (int mode = 0; mode < machines.length; mode++) {
            int machine = machines[mode];
            int place = counts[machine]++;
            if (place == jobs[machine].length) {
                jobs[machine] = Arrays.copyOf(jobs[machine], 2 * place);
                modes[machine] = Arrays.copyOf(modes[machine], 2 * place);
            }
            jobs[machine][place] = job;
            modes[machine][place] = mode;
            places[job][mode] = place;
        }
    }

    /** The last of each list takes the place that becomes free. */
    void remove(int job, int[] machines) {
        for (int mode = 0; mode < machines.length; mode++) {
            int machine = machines[mode];
            int place = places[job][mode];
            int last = --counts[machine];
            int moved = jobs[machine][last];
            jobs[machine][place] = moved;
            modes[machine][place] = modes[machine][last];
            places[moved][modes[machine][last]] = place;
        }
    }
}
