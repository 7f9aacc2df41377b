package dev.millwright.plant.file;

import java.util.List;
import java.util.stream.Collectors;

/** A plant file that cannot be used, with all its mistakes; meant for the person who wrote it, so without a trace. */
public final class PlantFileException extends RuntimeException {

    private final transient List<Problem> problems;

    PlantFileException(String file, List<Problem> problems) {
        super(words(file, problems), null, false, false);
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }

    private static String words(String file, List<Problem> problems) {
        return problems.stream()
                .map(problem -> "  " + problem.toString().replace("\n", "\n  "))
                .collect(Collectors.joining(
                        "\n",
                        "Plant file %s has %s.\n"
                                .formatted(file, problems.size() == 1 ? "a mistake" : problems.size() + " mistakes"),
                        ""));
    }
}
