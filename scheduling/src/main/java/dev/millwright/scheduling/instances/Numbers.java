package dev.millwright.scheduling.instances;

import java.util.ArrayList;
import java.util.List;

/** The lines of numbers in a text; blank lines and lines of words or {@code #} comments are passed over. */
final class Numbers {
    /** One line of numbers, read from left to right. */
    static final class Line {
        private final String name;
        private final int number;
        private final String[] words;
        private int next;

        Line(String name, int number, String[] words) {
            this.name = name;
            this.number = number;
            this.words = words;
        }

        boolean hasNext() {
            return next < words.length;
        }

        long next(String what) {
            if (!hasNext()) {
                throw trouble("ends where " + what + " was expected");
            }
            try {
                return Long.parseLong(words[next++]);
            } catch (NumberFormatException notANumber) {
                throw trouble("has '" + words[next - 1] + "' where " + what + " was expected");
            }
        }

        int index(String what, int first, int count) {
            long value = next(what);
            if (value < first || value >= (long) first + count) {
                throw trouble("has " + what + " " + value + ", expected " + first + " to " + (first + count - 1));
            }
            return (int) value - first;
        }

        IllegalArgumentException trouble(String complaint) {
            return new IllegalArgumentException(
                    name + ", line " + number + ": " + complaint + "\nCompare the file with its format's description.");
        }
    }

    private final String name;
    private final List<Line> lines = new ArrayList<>();
    private int next;

    Numbers(String name, String text) {
        this.name = name;
        int number = 0;
        for (var line : text.lines().toList()) {
            number++;
            var stripped = line.strip();
            if (!stripped.isEmpty() && isNumber(stripped.charAt(0))) {
                lines.add(new Line(name, number, stripped.split("\\s+")));
            }
        }
    }

    private static boolean isNumber(char first) {
        return Character.isDigit(first) || first == '-';
    }

    Line line(String what) {
        if (next == lines.size()) {
            throw new IllegalArgumentException(
                    name + ": ends where " + what + " was expected\nCheck that the file is whole.");
        }
        return lines.get(next++);
    }
}
