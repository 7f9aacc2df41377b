package dev.millwright.connectors.sparkplug;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Counts what a host hears, and says each kind of trouble once. */
final class Tally {

    private static final Logger LOG = System.getLogger(SparkplugHost.class.getName());
    private static final int REMEMBERED_TROUBLES = 10_000;

    final LongAdder messages = new LongAdder();
    final LongAdder drafts = new LongAdder();
    final LongAdder frames = new LongAdder();
    final LongAdder gaps = new LongAdder();
    final LongAdder rebirthRequests = new LongAdder();
    final LongAdder badMessages = new LongAdder();
    final LongAdder badMetrics = new LongAdder();
    final LongAdder unknownDevices = new LongAdder();
    final LongAdder staleDeaths = new LongAdder();
    volatile @Nullable Instant lastMessage;

    private final Set<String> said = ConcurrentHashMap.newKeySet();

    /** Logs a trouble unless it was said before under the same key. */
    void once(String key, String words) {
        if (said.size() < REMEMBERED_TROUBLES && said.add(key)) {
            LOG.log(Level.WARNING, words);
        }
    }

    void badMetric(String device, Metric metric, String why) {
        badMetrics.increment();
        once(
                device + ' ' + metric.name() + ' ' + why,
                "%s sends metric '%s' with %s, which is left out: %s."
                        .formatted(device, metric.name(), metric.shown(), why));
    }

    SparkplugStatistics statistics(int nodesOnline, int devicesOnline) {
        return new SparkplugStatistics(
                messages.sum(),
                drafts.sum(),
                frames.sum(),
                gaps.sum(),
                rebirthRequests.sum(),
                badMessages.sum(),
                badMetrics.sum(),
                unknownDevices.sum(),
                staleDeaths.sum(),
                nodesOnline,
                devicesOnline,
                lastMessage);
    }
}
