package dev.millwright.maintenance.drift;

import java.util.List;

/**
 * How a signal was spread in training, as deviations from what is usual in the regime.
 *
 * @param edges of the bins, rising; a bin holds what is above its lower edge, up to its upper one
 * @param shares of training rows by bin, one more than edges
 * @param effectiveRows how many independent rows those of training are worth
 * @param machineLimit population stability index that hardly any training machine reached against the others, all its life
 */
public record SignalReference(
        String signal, List<Double> edges, List<Double> shares, double effectiveRows, double machineLimit) {
    public SignalReference {
        edges = List.copyOf(edges);
        shares = List.copyOf(shares);
        if (shares.size() != edges.size() + 1) {
            throw new IllegalArgumentException("%s has %d edges and %d shares.\nGive one share more than edges."
                    .formatted(signal, edges.size(), shares.size()));
        }
    }
}
