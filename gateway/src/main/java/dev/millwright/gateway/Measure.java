package dev.millwright.gateway;

import java.util.Map;
import java.util.function.DoubleSupplier;

/**
 * A number worth watching from outside.
 *
 * @param name in words joined by dots, such as {@code sparkplug.messages}
 * @param grows true for a count that only grows
 * @param value read whenever somebody looks; cheap, and safe from any thread
 */
public record Measure(String name, String words, boolean grows, Map<String, String> labels, DoubleSupplier value) {

    public Measure {
        labels = Map.copyOf(labels);
    }
}
