package dev.millwright.twin;

import java.time.Duration;

/**
 * How the twin keeps its journal.
 *
 * @param segmentBytes a journal file is closed and a new one begun beyond this size
 * @param snapshotEvery events between two snapshots
 * @param queuedDrafts how many drafts may wait for the disk before {@link TwinEngine#accept} makes its caller wait
 * @param staleGrace plant time added to a signal's own limit before the twin reports it stale; give more to a plant
 *     that runs faster than the clock
 */
public record TwinSettings(long segmentBytes, int snapshotEvery, int queuedDrafts, Duration staleGrace) {

    public static final TwinSettings DEFAULT = new TwinSettings(64L << 20, 50_000, 32_768, Duration.ZERO);

    public TwinSettings {
        if (segmentBytes < 1024 || snapshotEvery < 1 || queuedDrafts < 1 || staleGrace.isNegative()) {
            throw new IllegalArgumentException(
                    "Twin settings: segments of %d bytes, a snapshot every %d events, %d drafts queued, grace %s.\nUse 1024 bytes, 1 event, 1 draft and no grace at least."
                            .formatted(segmentBytes, snapshotEvery, queuedDrafts, staleGrace));
        }
    }

    public TwinSettings withSegmentBytes(long bytes) {
        return new TwinSettings(bytes, snapshotEvery, queuedDrafts, staleGrace);
    }

    public TwinSettings withSnapshotEvery(int events) {
        return new TwinSettings(segmentBytes, events, queuedDrafts, staleGrace);
    }

    public TwinSettings withStaleGrace(Duration grace) {
        return new TwinSettings(segmentBytes, snapshotEvery, queuedDrafts, grace);
    }
}
