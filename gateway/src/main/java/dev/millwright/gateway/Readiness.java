package dev.millwright.gateway;

/** One thing that must be so before the server takes work, such as a connected broker. */
public record Readiness(String name, boolean ready, String words) {}
