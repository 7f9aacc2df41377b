package dev.millwright.gateway.view;

/** A line, or the whole site, rolled up over its machines. */
public record LineView(String id, String name, int machines, int running, int down, KpisView kpis) {}
