package dev.millwright.scheduling.formats;

/**
 * Where a value stands.
 *
 * @param path its field, such as {@code jobs[2].operations[0].duration}; empty for the whole text
 */
record Place(String file, int line, int column, String path) {
    /** A refusal of what stands here, with a cure on its second line. */
    Misread trouble(String complaint, String cure) {
        var field = path.isEmpty() ? "" : ", " + path;
        return new Misread(file + ", line " + line + ", column " + column + field + ": " + complaint + "\n" + cure);
    }

    /** This refusal of what was read here, unless it knows its place already. */
    Misread trouble(IllegalArgumentException refusal) {
        if (refusal instanceof Misread misread) {
            return misread;
        }
        var words = String.valueOf(refusal.getMessage()).split("\n", 2);
        return trouble(words[0], words.length > 1 ? words[1] : "Correct it.");
    }
}
