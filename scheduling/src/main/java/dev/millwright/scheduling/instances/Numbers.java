package dev.millwright.scheduling.instances;

import java.util.ArrayList;
import java.util.List;

/** The lines of numbers in a text; blank lines and lines of words or {@code #} comments are passed over. */
final class Numbers {
    /** One line of numbers, read from left to right. */
    static final class Line {
        /** What {@link #at} answers where there is no whole number. */
        static final long NONE = -1;

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

        int size() {
            return words.length;
        }

        /** The whole number at a place, without reading on; {@link #NONE} when there is none. */
        long at(int place) {
            return place < words.length && words[place].matches("\\d{1,18}") ? Long.parseLong(words[place]) : NONE;
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

        /** How many of something follow: one at least, and no more than any real file holds. */
        int count(String what) {
            long value = next(what);
            if (value < 1 || value > 1_000_000) {
                throw trouble("has " + value + " as " + what + ", expected 1 or more");
            }
            return (int) value;
        }

        /** Refuses whatever the line holds beyond what its format gives it. */
        void end(String after) {
            if (hasNext()) {
                throw trouble("goes on with '" + words[next] + "' after " + after);
            }
        }

        IllegalArgumentException trouble(String complaint) {
            return new IllegalArgumentException(
                    name + ", line " + number + ": " + complaint + "\nCompare the file with its format's description.");
        }
    }

    private final String name;
    private final String text;
    private final List<Line> lines = new ArrayList<>();
    private int next;

    Numbers(String name, String text) {
        this.name = name;
        this.text = text;
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

    String name() {
        return name;
    }

    /** All lines of numbers, for a look ahead. */
    List<Line> lines() {
        return lines;
    }

    /** Whether a heading stands anywhere in the text. */
    boolean mentions(String heading) {
        return text.contains(heading);
    }

    Line line(String what) {
        if (next == lines.size()) {
            throw new IllegalArgumentException(
                    name + ": ends where " + what + " was expected\nCheck that the file is whole.");
        }
        return lines.get(next++);
    }

    /** Refuses whatever stands below the last line its format gives it. */
    void end(String after) {
        if (next < lines.size()) {
            throw lines.get(next).trouble("is one more than expected after " + after);
        }
    }
}
