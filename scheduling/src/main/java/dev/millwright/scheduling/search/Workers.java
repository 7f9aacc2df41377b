package dev.millwright.scheduling.search;

import java.util.ArrayList;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;

/** Runs the same search on several threads, each with a stream of chance of its own. */
final class Workers {
    private Workers() {}

    /** Runs so many of them, one on the caller's thread, and waits for all; the first failure is the caller's. */
    static void run(String name, int workers, long seed, Consumer<SplittableRandom> work) {
        var seeds = new SplittableRandom(seed);
        var others = new ArrayList<FutureTask<Void>>();
        for (int i = 1; i < workers; i++) {
            var random = seeds.split();
            var other = new FutureTask<Void>(() -> work.accept(random), null);
            others.add(other);
            Thread.ofPlatform().name(name + "-" + i).daemon().start(other);
        }
        work.accept(seeds);
        others.forEach(Workers::await);
    }

    private static void await(FutureTask<Void> other) {
        boolean interrupted = false;
        while (true) {
            try {
                other.get();
                break;
            } catch (InterruptedException e) {
                interrupted = true; // the worker watches its own time; the interrupt is kept for the caller
            } catch (ExecutionException e) {
                throw new IllegalStateException("A worker of the search failed.", e.getCause());
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
