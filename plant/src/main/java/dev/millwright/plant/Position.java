package dev.millwright.plant;

/** Where equipment stands in the hall: metres east (x) and north (y) of its corner, turned by degrees. */
public record Position(double x, double y, double degrees) {}
