package dev.millwright.gateway;

import java.time.Instant;
import java.util.List;

/** A signal's history, a point a bucket; buckets without readings are left out. */
public record Series(double bucketSeconds, List<Point> points) {

    public Series {
        points = List.copyOf(points);
    }

    /** One bucket, named by its start. */
    public record Point(Instant time, double min, double max, double mean, double last, long count) {}
}
