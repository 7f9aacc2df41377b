package dev.millwright.gateway;

import dev.millwright.plant.EquipmentId;
import dev.millwright.plant.Severity;
import org.jspecify.annotations.Nullable;

/** A defect somebody else found, a person or another system. */
public record DefectReport(
        EquipmentId machine,
        String type,
        Severity severity,
        @Nullable String serial,
        @Nullable String comment,
        String by) {}
