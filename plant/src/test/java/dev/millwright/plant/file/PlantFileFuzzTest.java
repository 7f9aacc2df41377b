package dev.millwright.plant.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The shipped plants with what hurried people do to files: a line lost or doubled, a slip of the finger, a value that
 * cannot be. Whatever comes of it is a plant, or mistakes that each have a line, words and a cure.
 */
class PlantFileFuzzTest {

    private static final int TRIES = 300;
    private static final long FIRST_SEED = 2026;
    private static final int MOST_SLIPS = 3;

    private static final List<String> NONSENSE = List.of(
            "",
            "~",
            "-1",
            "0",
            "1e300",
            "1e999",
            "99999999999999999999",
            "-5 s",
            "3 parsecs",
            "NaN",
            "true",
            "[]",
            "{}",
            "[a, [b]]",
            "{a: {b: c}}",
            "*nowhere",
            "&here",
            "!!int x",
            "\"",
            "'",
            "%",
            "\t",
            "🛠",
            "2026-02-30",
            "24:61",
            "a/b/c/d/e/f",
            "mon-",
            "#fff",
            "|",
            ">",
            "- - -",
            "? x",
            "<<",
            "${HOME}",
            "\u0000",
            "\ud800",
            "0x0",
            "|2\n");

    @ParameterizedTest
    @ValueSource(strings = {"board-shop", "engine-cells", "machine-shop"})
    void noSlipEndsInAnythingButAPlantOrCurableMistakes(String name) throws IOException {
        var lines = Files.readAllLines(ExamplesTest.EXAMPLES.resolve(name + ".yaml"));
        int refused = 0;
        for (long seed = FIRST_SEED; seed < FIRST_SEED + TRIES; seed++) {
            String slipped = slip(lines, new Random(seed));
            try {
                assertThat(PlantFile.parse(name, slipped).machines()).isNotEmpty();
            } catch (PlantFileException mistakes) {
                refused++;
                for (var problem : mistakes.problems()) {
                    assertThat(problem.message()).as("%s, seed %d", name, seed).isNotBlank();
                    assertThat(problem.cure())
                            .as("%s, seed %d: %s", name, seed, problem)
                            .isNotBlank();
                    assertThat(problem.line())
                            .as("%s, seed %d: %s", name, seed, problem)
                            .isBetween(problem.message().startsWith("This is not YAML") ? 0 : 1, lines.size() + 3);
                }
            } catch (RuntimeException | StackOverflowError e) {
                throw new AssertionError("%s, seed %d:%n%s".formatted(name, seed, slipped), e);
            }
        }
        assertThat(refused).as("slips that matter").isGreaterThan(TRIES / 3);
    }

    private static String slip(List<String> original, Random random) {
        var lines = new ArrayList<>(original);
        int slips = 1 + random.nextInt(MOST_SLIPS);
        for (int i = 0; i < slips; i++) {
            int at = random.nextInt(lines.size());
            String line = lines.get(at);
            switch (random.nextInt(9)) {
                case 0 -> lines.remove(at);
                case 1 -> lines.add(at, line);
                case 2 -> lines.set(at, "  " + line);
                case 3 -> lines.set(at, line.replaceFirst("^ {1,2}", ""));
                case 4 -> lines.set(at, value(line, NONSENSE.get(random.nextInt(NONSENSE.size()))));
                case 5 -> lines.set(at, value(line, NONSENSE.get(random.nextInt(NONSENSE.size()))));
                case 6 -> lines.set(at, without(line, random));
                case 7 -> lines.set(at, swapped(line, random));
                default -> lines.set(at, line.replaceFirst("[-:,{}\\[\\]]", ""));
            }
        }
        return String.join("\n", lines);
    }

    /** The value of a line's last key, replaced. */
    private static String value(String line, String nonsense) {
        return line.replaceFirst(": [^:{},]+(?=[,}]|$)", ": " + java.util.regex.Matcher.quoteReplacement(nonsense));
    }

    private static String without(String line, Random random) {
        if (line.isEmpty()) {
            return line;
        }
        int at = random.nextInt(line.length());
        return line.substring(0, at) + line.substring(at + 1);
    }

    private static String swapped(String line, Random random) {
        if (line.length() < 2) {
            return line;
        }
        int at = random.nextInt(line.length() - 1);
        return line.substring(0, at) + line.charAt(at + 1) + line.charAt(at) + line.substring(at + 2);
    }
}
