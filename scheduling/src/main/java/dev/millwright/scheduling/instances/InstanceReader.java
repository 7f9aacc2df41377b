package dev.millwright.scheduling.instances;

import dev.millwright.scheduling.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads public problems: the text formats they travel in are told apart by their content. */
public final class InstanceReader {
    /** In the order they are asked: the one with headings, then by the shape of head and rows. */
    private static final List<Format> FORMATS = List.of(
            new TotalTardiness(),
            new TaillardText(),
            new Assembly(),
            new FlexibleSetups(),
            new FlexibleJobShop(),
            new WeightedTardiness(),
            new FlowShop(),
            new JobShop());

    private InstanceReader() {}

    /** The problem in a file. */
    public static Problem read(Path file) throws IOException {
        return instance(file).problem();
    }

    /** The problem in a file, with its format and objective. */
    public static Instance instance(Path file) throws IOException {
        return parse(String.valueOf(file.getFileName()), Files.readString(file));
    }

    /**
     * The problem in a text.
     *
     * @param name what to call it in messages; the ending {@code .fjs} counts as a sign of a flexible job shop
     */
    public static Instance parse(String name, String text) {
        var numbers = new Numbers(name, text);
        var format = format(numbers);
        var ending = name.lastIndexOf('.');
        return new Instance(
                ending > 0 ? name.substring(0, ending) : name,
                format.title(),
                format.read(numbers),
                format.objective());
    }

    /** A job shop in the standard text. */
    public static Problem jobShop(String name, String text) {
        return new JobShop().read(new Numbers(name, text));
    }

    /** A flexible job shop in Brandimarte's text. */
    public static Problem flexibleJobShop(String name, String text) {
        return new FlexibleJobShop().read(new Numbers(name, text));
    }

    private static Format format(Numbers numbers) {
        if (numbers.lines().isEmpty()) {
            throw new IllegalArgumentException(numbers.name() + ": holds no line of numbers, expected one of "
                    + FORMATS.stream().map(Format::title).toList() + "\nIs it the right file?");
        }
        var head = numbers.lines().getFirst();
        if (head.at(0) < 1 || head.at(1) < 1) {
            throw head.trouble("does not begin with two whole numbers, expected 'jobs machines'");
        }
        return FORMATS.stream()
                .filter(format -> format.looksLike(numbers))
                .findFirst()
                .orElseThrow();
    }
}
