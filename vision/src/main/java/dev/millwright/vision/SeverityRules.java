package dev.millwright.vision;

import dev.millwright.plant.Severity;
import java.util.EnumMap;
import java.util.Map;

/**
 * Rules that say how severe a finding is: by type, one step worse from an area on.
 *
 * @param byType the severity of each defect type
 * @param largeAreaPx from this many pixels of changed copper on, a finding counts one step worse
 */
public record SeverityRules(Map<DefectType, Severity> byType, int largeAreaPx) {
    public SeverityRules {
        for (var type : DefectType.values()) {
            if (!byType.containsKey(type)) {
                throw new IllegalArgumentException(
                        "severity rules without " + type + "\nName a severity for each defect type.");
            }
        }
        if (largeAreaPx < 1) {
            throw new IllegalArgumentException("largeAreaPx " + largeAreaPx + "\nGive at least 1 pixel.");
        }
        byType = Map.copyOf(byType);
    }

    /** What breaks the circuit is critical; what weakens or crowds it is less so. */
    public static SeverityRules standard() {
        var byType = new EnumMap<DefectType, Severity>(DefectType.class);
        byType.put(DefectType.OPEN, Severity.CRITICAL);
        byType.put(DefectType.SHORT, Severity.CRITICAL);
        byType.put(DefectType.MOUSEBITE, Severity.MODERATE);
        byType.put(DefectType.SPUR, Severity.MODERATE);
        byType.put(DefectType.COPPER, Severity.MINOR);
        byType.put(DefectType.PINHOLE, Severity.MINOR);
        return new SeverityRules(byType, 150);
    }

    /** The severity of a defect of this type and area. */
    public Severity of(DefectType type, int areaPx) {
        var severity = byType.get(type);
        if (severity == null) {
            throw new IllegalStateException("no severity for " + type);
        }
        return areaPx >= largeAreaPx ? severity.worse() : severity;
    }
}
