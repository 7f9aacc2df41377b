package dev.millwright.learning.vision;

import java.util.SplittableRandom;

/** How the things that pictures show may lie before the camera, and so in which ways pictures of them are shown to what learns. */
public enum Lying {
    /** Along one line, as rolled strips: what lies along it is no other thing across. Turned by halves, and mirrored. */
    LEVEL("level", Turns.LEVEL),
    /** Turned by quarters too. */
    ANY_WAY("any-way", Turns.COUNT);

    private final String word;
    private final int ways;

    Lying(String word, int ways) {
        this.word = word;
        this.ways = ways;
    }

    /** One of the ways, as {@link Turns#lay} takes it. */
    int turn(SplittableRandom random) {
        int way = random.nextInt(ways);
        return this == LEVEL ? Turns.level(way) : way;
    }

    /** As the command line says it. */
    @Override
    public String toString() {
        return word;
    }
}
