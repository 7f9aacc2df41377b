package dev.millwright.scheduling.formats;

import dev.millwright.scheduling.schedule.PlanRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Our own JSON of problems: all that {@link dev.millwright.scheduling.problem} can say, and the objective and the adopted
 * schedule with it. Reading is strict: a refusal names line, column and field, what was found and what was expected.
 */
public final class ProblemJson {
    private ProblemJson() {}

    /** Whether a text is meant to be JSON rather than one of the public formats. */
    public static boolean looksLike(String text) {
        return text.stripLeading().startsWith("{");
    }

    /** The problem in a file. */
    public static ProblemFile read(Path file) throws IOException {
        return read(String.valueOf(file.getFileName()), Files.readString(file));
    }

    /** The problem in a text without a name. */
    public static ProblemFile read(String text) {
        return read("problem", text);
    }

    /**
     * The problem in a text.
     *
     * @param name what to call it in messages
     */
    public static ProblemFile read(String name, String text) {
        return ProblemReader.read(name, JsonText.parse(name, text));
    }

    /** The JSON of a problem whose seconds belong to no calendar. */
    public static String write(PlanRequest request) {
        return write(request, Epoch.UNKNOWN);
    }

    /** The JSON of a problem, with instants where the epoch is known. */
    public static String write(PlanRequest request, Epoch epoch) {
        return JsonLayout.of(new ProblemWriter(request, epoch).tree());
    }
}
