package dev.millwright.app;

import dev.millwright.twin.TwinEngine;
import dev.millwright.twin.TwinState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A whole Millwright on free ports, and patience for what it will do. */
public final class LivePlant {

    public static final Path EXAMPLES = Path.of("..", "examples");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private LivePlant() {}

    public static Settings boardShop(Path dataDir, double speed) {
        return settings("board-shop", dataDir, speed, null);
    }

    public static Settings settings(String plant, Path dataDir, double speed, @Nullable Path replay) {
        return new Settings(
                EXAMPLES.resolve(plant + ".yaml"),
                dataDir,
                speed,
                replay,
                replay == null,
                null,
                "millwright",
                0,
                1,
                null,
                Duration.ofMillis(700));
    }

    public static Millwright start(Settings settings) {
        var millwright = Millwright.open(settings);
        millwright.comeAlive();
        return millwright;
    }

    /** Looks at each state from now on until one is as wanted. */
    public static TwinState await(TwinEngine twin, String what, Predicate<TwinState> wanted) throws Exception {
        var states = new LinkedBlockingQueue<TwinState>();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        var subscription = twin.subscribe(change -> states.add(change.after()));
        try {
            var state = twin.state();
            while (!wanted.test(state)) {
                state = states.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (state == null) {
                    throw new AssertionError("Within %s it did not come to this: %s.".formatted(PATIENCE, what));
                }
            }
            return state;
        } finally {
            subscription.close();
        }
    }
}
