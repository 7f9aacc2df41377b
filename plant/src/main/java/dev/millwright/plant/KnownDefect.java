package dev.millwright.plant;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A defect of a part that a person has looked at, by its name and place. */
public record KnownDefect(String type, Box box) {

    /**
     * What is wrong with a part after all that was said of it, in the order it was said: findings but the rejected ones, with the
     * type and the box that the last word gave them, and the missed defects. A finding nobody spoke of stands: a person has looked
     * at the part and left it.
     */
    public static List<KnownDefect> of(List<Finding> findings, List<Correction> said) {
        Map<Integer, Correction> last = new HashMap<>();
        var defects = new ArrayList<KnownDefect>();
        for (var correction : said) {
            var finding = correction.finding();
            if (finding != null) {
                last.put(finding, correction);
            }
        }
        for (int i = 0; i < findings.size(); i++) {
            var finding = findings.get(i);
            var word = last.get(i);
            if (word == null) {
                defects.add(new KnownDefect(finding.type(), finding.box()));
            } else if (word.verdict() == CorrectionVerdict.CONFIRMED) {
                var type = word.type();
                var box = word.box();
                defects.add(new KnownDefect(type == null ? finding.type() : type, box == null ? finding.box() : box));
            }
        }
        for (var correction : said) {
            var type = correction.type();
            var box = correction.box();
            if (correction.verdict() == CorrectionVerdict.MISSED && type != null && box != null) {
                defects.add(new KnownDefect(type, box));
            }
        }
        return defects;
    }
}
