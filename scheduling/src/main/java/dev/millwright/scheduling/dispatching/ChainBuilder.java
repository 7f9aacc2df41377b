package dev.millwright.scheduling.dispatching;

import static dev.millwright.scheduling.dispatching.Heads.NOBODY;

import dev.millwright.scheduling.schedule.Assignment;
import java.util.Arrays;
import java.util.List;

/**
 * Builds one schedule of a plain problem, whose jobs are chains that share nothing but machines, by appending one
 * operation after another to the machines' timelines: more than a million a second.
 *
 * <p>It is that quick because a placed operation changes one timeline only: of all that wait, just those that this machine
 * could do are looked at again, and each machine remembers who would be first on it.
 */
final class ChainBuilder {
    private final Shop shop;
    private final Heads heads;
    private final Waiting waiting;
    /** Who would be first on each machine. */
    private final int[] lead;

    private boolean active;

    ChainBuilder(Shop shop, Heads heads) {
        this.shop = shop;
        this.heads = heads;
        waiting = new Waiting(shop);
        lead = new int[shop.machineIds.length];
        Arrays.fill(lead, NOBODY);
    }

    List<Assignment> build(Choice choice) {
        active = choice == Choice.ACTIVE;
        if (choice == Choice.SERIAL) {
            inOrder();
        } else {
            machineByMachine();
        }
        return heads.assignments();
    }

    private void machineByMachine() {
        for (int j = 0; j < heads.count(); j++) {
            enter(j);
        }
        for (int placed = 0; placed < shop.operations; placed++) {
            place(pick(first()));
        }
    }

    /** The job that would be first of all. */
    private int first() {
        int first = NOBODY;
        for (int candidate : lead) {
            first = candidate == NOBODY ? first : sooner(candidate, first);
        }
        return first;
    }

    private int sooner(int j, int other) {
        if (other == NOBODY) {
            return j;
        }
        long difference = key(j) - key(other);
        return difference < 0 || (difference == 0 && j < other) ? j : other;
    }

    private long key(int j) {
        return active ? heads.end(j) : heads.setupStart(j);
    }

    /** Of those that compete with the first for its machine the one whom the rule prefers. */
    private int pick(int first) {
        int machine = heads.at(first);
        long end = heads.end(first);
        long begin = heads.setupStart(first);
        int best = NOBODY;
        double bestValue = 0;
        for (int i = 0; i < waiting.count(machine); i++) {
            int j = waiting.job(machine, i);
            if (heads.at(j) == machine
                    && (active ? j == first || heads.start(j) < end : heads.setupStart(j) <= begin)) {
                double value = heads.value(j);
                if (best == NOBODY || value < bestValue || (value == bestValue && earlier(j, best))) {
                    best = j;
                    bestValue = value;
                }
            }
        }
        return best;
    }

    private boolean earlier(int j, int other) {
        return heads.start(j) < heads.start(other) || (heads.start(j) == heads.start(other) && j < other);
    }

    private void place(int j) {
        int machine = heads.at(j);
        waiting.remove(j, heads.operation(j));
        heads.append(j);
        int leading = NOBODY;
        for (int i = 0; i < waiting.count(machine); i++) {
            int other = waiting.job(machine, i);
            if (heads.at(other) == machine) {
                heads.estimate(other);
                if (heads.at(other) == machine) {
                    leading = sooner(other, leading);
                } else {
                    lead[heads.at(other)] = sooner(other, lead[heads.at(other)]);
                }
            } else if (shop.changesOver && reconsidered(other, waiting.mode(machine, i))) {
                leading = sooner(other, leading);
            }
        }
        lead[machine] = leading;
        if (!heads.done(j)) {
            enter(j);
        }
    }

    /** Whether a job that would have gone elsewhere comes to the machine that has just changed. */
    private boolean reconsidered(int j, int mode) {
        int before = heads.at(j);
        heads.reconsider(j, mode);
        if (heads.at(j) == before) {
            return false;
        }
        lead[before] = lead[before] == j ? leading(before) : lead[before];
        return true;
    }

    private int leading(int machine) {
        int leading = NOBODY;
        for (int i = 0; i < waiting.count(machine); i++) {
            int j = waiting.job(machine, i);
            leading = heads.at(j) == machine ? sooner(j, leading) : leading;
        }
        return leading;
    }

    /** Lets the job's next operation wait for its machines. */
    private void enter(int j) {
        waiting.add(j, heads.operation(j));
        lead[heads.at(j)] = sooner(j, lead[heads.at(j)]);
    }

    /** Places one operation after another as the priority alone says; nobody else's place has to be known for it. */
    private void inOrder() {
        for (int placed = 0; placed < shop.operations; placed++) {
            int j = least();
            heads.estimate(j);
            heads.append(j);
        }
    }

    private int least() {
        int least = NOBODY;
        for (int j = 0; j < heads.count(); j++) {
            if (!heads.done(j)
                    && (least == NOBODY
                            || heads.value(j) < heads.value(least)
                            || (heads.value(j) == heads.value(least) && startsSooner(j, least)))) {
                least = j;
            }
        }
        return least;
    }

    private boolean startsSooner(int j, int other) {
        heads.estimate(j);
        heads.estimate(other);
        return heads.start(j) < heads.start(other);
    }
}
