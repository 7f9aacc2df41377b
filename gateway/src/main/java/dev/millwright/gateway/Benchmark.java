package dev.millwright.gateway;

/** How fast inspection is on this machine, in milliseconds an image and images a second. */
public record Benchmark(int images, double mean, double p50, double p95, double p99, double fps) {}
