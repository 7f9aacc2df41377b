package dev.millwright.connectors.sparkplug;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a host application has heard since it started.
 *
 * @param drafts facts handed on
 * @param gaps times that messages of a node were missing
 * @param rebirthRequests sent to nodes
 * @param badMessages that could not be read at all
 * @param badMetrics left out of messages otherwise used
 * @param unknownDevices messages of devices the plant does not have
 * @param staleDeaths death certificates of connections already replaced
 * @param lastMessage by the wall clock; {@code null} before the first
 */
public record SparkplugStatistics(
        long messages,
        long drafts,
        long frames,
        long gaps,
        long rebirthRequests,
        long badMessages,
        long badMetrics,
        long unknownDevices,
        long staleDeaths,
        int nodesOnline,
        int devicesOnline,
        @Nullable Instant lastMessage) {}
