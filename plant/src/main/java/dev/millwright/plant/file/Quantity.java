package dev.millwright.plant.file;

import java.util.regex.Pattern;

/** A number with its unit as people write it, such as {@code 240 °C}; the unit is empty for a plain number. */
record Quantity(double value, String unit) {

    private static final Pattern SHAPE = Pattern.compile("([-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?)\\s*(.*)");

    static Quantity parse(String text) {
        var match = SHAPE.matcher(text);
        if (!match.matches()) {
            throw new IllegalArgumentException(
                    "'%s' is no number.\nWrite a number and, where it has one, its unit, such as 2.5 mm/s."
                            .formatted(text));
        }
        double value = Double.parseDouble(match.group(1));
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(
                    "'%s' is beyond every number.\nWrite one that something can measure.".formatted(text));
        }
        return new Quantity(value, match.group(2).strip());
    }
}
