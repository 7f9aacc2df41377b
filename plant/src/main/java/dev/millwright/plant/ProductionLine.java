package dev.millwright.plant;

/** A work centre (ISA-95) that groups machines for people and for rolled-up figures. */
public record ProductionLine(EquipmentId id, String name) {}
