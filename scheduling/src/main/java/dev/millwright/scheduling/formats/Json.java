package dev.millwright.scheduling.formats;

import java.util.List;
import java.util.Map;

/** A value of a JSON text that knows where it stands. */
sealed interface Json {
    Place place();

    /** What it is, for messages. */
    String found();

    /** A set of fields; {@code names} says where each field's name stands. */
    record Fields(Place place, Map<String, Json> values, Map<String, Place> names) implements Json {
        @Override
        public String found() {
            return "a set of fields {...}";
        }
    }

    /** Several values in order. */
    record Items(Place place, List<Json> items) implements Json {
        @Override
        public String found() {
            return "a list [...]";
        }
    }

    /** A text. */
    record Text(Place place, String value) implements Json {
        @Override
        public String found() {
            return "'" + value + "'";
        }
    }

    /** A number as it is written. */
    record Digits(Place place, String digits) implements Json {
        @Override
        public String found() {
            return digits;
        }
    }

    /** {@code true}, {@code false} or {@code null}. */
    record Word(Place place, String word) implements Json {
        @Override
        public String found() {
            return word;
        }
    }

    /** The refusal of this value where another was expected. */
    default Misread unexpected(String wanted, String cure) {
        return place().trouble("found " + found() + ", expected " + wanted, cure);
    }
}
