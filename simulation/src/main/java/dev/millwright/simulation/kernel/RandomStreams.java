package dev.millwright.simulation.kernel;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Streams of chance by name, one for each cause, such as {@code press-3/failure}: what one cause draws does not shift
 * what another one gets, so that two runs differ only where they were made to.
 */
public final class RandomStreams {

    private static final long FNV_BASIS = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private final long seed;
    private final Map<String, RandomGenerator> streams = new HashMap<>();

    public RandomStreams(long seed) {
        this.seed = seed;
    }

    public long seed() {
        return seed;
    }

    /** The stream of a name; the same object each time. */
    public RandomGenerator stream(String name) {
        return streams.computeIfAbsent(name, unseen -> new SplittableRandom(mix(seed ^ mix(hash(unseen)))));
    }

    /** FNV-1a over the name's bytes. */
    private static long hash(String name) {
        long hash = FNV_BASIS;
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xff)) * FNV_PRIME;
        }
        return hash;
    }

    /** The finalizer of MurmurHash3. */
    private static long mix(long bits) {
        long z = (bits ^ (bits >>> 33)) * 0xff51afd7ed558ccdL;
        z = (z ^ (z >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return z ^ (z >>> 33);
    }
}
