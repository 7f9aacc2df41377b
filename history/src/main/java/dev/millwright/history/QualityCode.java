package dev.millwright.history;

import dev.millwright.plant.Quality;

/** Qualities as the tables keep them; the numbers never change their meaning. */
final class QualityCode {

    private QualityCode() {}

    static short of(Quality quality) {
        return switch (quality) {
            case GOOD -> 0;
            case UNCERTAIN -> 1;
            case BAD -> 2;
        };
    }

    static Quality read(int code) {
        return code == 0 ? Quality.GOOD : code == 1 ? Quality.UNCERTAIN : Quality.BAD;
    }
}
