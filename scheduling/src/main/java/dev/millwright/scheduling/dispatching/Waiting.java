package dev.millwright.scheduling.dispatching;

import java.util.Arrays;

/** Who waits where: for each machine the jobs whose next operation it could do, in no order. */
final class Waiting {
    private final Shop shop;
    private final int[][] jobs;
    private final int[][] modes;
    private final int[] counts;
    /** Per job and mode, so many modes a job, its place in the list of the mode's machine. */
    private final int[] places;

    private final int most;

    Waiting(Shop shop) {
        this.shop = shop;
        jobs = new int[shop.machineIds.length][8];
        modes = new int[shop.machineIds.length][8];
        counts = new int[shop.machineIds.length];
        most = shop.mostModes();
        places = new int[shop.jobs.size() * most];
    }

    int count(int machine) {
        return counts[machine];
    }

    /** The job at a place of a machine's list. */
    int job(int machine, int place) {
        return jobs[machine][place];
    }

    /** The mode in which that job would be done there, counted from its operation's first. */
    int mode(int machine, int place) {
        return modes[machine][place];
    }

    void add(int job, int operation) {
        int first = shop.firstMode[operation];
        for (int k = first; k < shop.firstMode[operation + 1]; k++) {
            int machine = shop.modeMachine[k];
            int place = counts[machine]++;
            if (place == jobs[machine].length) {
                jobs[machine] = Arrays.copyOf(jobs[machine], 2 * place);
                modes[machine] = Arrays.copyOf(modes[machine], 2 * place);
            }
            jobs[machine][place] = job;
            modes[machine][place] = k - first;
            places[job * most + k - first] = place;
        }
    }

    /** The last of each list takes the place that becomes free. */
    void remove(int job, int operation) {
        int first = shop.firstMode[operation];
        for (int k = first; k < shop.firstMode[operation + 1]; k++) {
            int machine = shop.modeMachine[k];
            int place = places[job * most + k - first];
            int last = --counts[machine];
            int moved = jobs[machine][last];
            jobs[machine][place] = moved;
            modes[machine][place] = modes[machine][last];
            places[moved * most + modes[machine][last]] = place;
        }
    }
}
