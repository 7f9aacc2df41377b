package dev.millwright.history;

import java.time.Duration;
import java.util.List;

/** A series in buckets of one width, oldest first; stretches without samples have no bucket. */
public record Downsampled(Duration width, List<Bucket> buckets) {

    public Downsampled {
        buckets = List.copyOf(buckets);
    }
}
