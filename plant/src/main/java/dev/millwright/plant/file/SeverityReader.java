package dev.millwright.plant.file;

import dev.millwright.plant.SeverityRule;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads how much defects matter: in the whole plant under {@code inspection}, and where a camera differs. */
final class SeverityReader {

    private final Map<String, SeverityRule> usual;

    private SeverityReader(Map<String, SeverityRule> usual) {
        this.usual = usual;
    }

    static SeverityReader usual(Section root) {
        var section = root.section("inspection", "'inspection'");
        if (section == null) {
            return new SeverityReader(Map.of());
        }
        var rules = read(section, Map.of());
        section.build(() -> rules);
        return new SeverityReader(rules);
    }

    /** The rules of a camera, on top of the plant's. */
    Map<String, SeverityRule> of(Section camera) {
        return read(camera, usual);
    }

    private static Map<String, SeverityRule> read(Section section, Map<String, SeverityRule> base) {
        var named = section.section("severity", "'severity'");
        if (named == null) {
            return base;
        }
        var rules = new LinkedHashMap<>(base);
        for (String type : named.names()) {
            var rule = named.maybe(type, Values::severity);
            if (rule != null) {
                rules.put(type, rule);
            }
        }
        named.build(() -> rules);
        return rules;
    }
}
