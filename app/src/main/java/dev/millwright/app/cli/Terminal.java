package dev.millwright.app.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.File;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** Where a verb prints: what the command line was given, or the terminal. */
final class Terminal {
    private static final int USUAL_WIDTH = 100;
    private static final File KEYBOARD = new File("/dev/tty");

    private Terminal() {}

    static PrintWriter of(@Nullable CommandSpec spec) {
        return spec == null
                ? new PrintWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8), true)
                : spec.root().commandLine().getOut();
    }

    /** Whether a person looks on, so that a line can be rewritten. */
    static boolean isWatched() {
        return Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
    }

    /** Whether it shows more than ASCII. */
    static boolean knowsUnicode() {
        return Charset.forName(System.getProperty("stdout.encoding", "US-ASCII"), StandardCharsets.US_ASCII)
                .newEncoder()
                .canEncode('━');
    }

    /** Its columns, as far as they are known. */
    static int width() {
        if (!isWatched() || !KEYBOARD.canRead()) {
            return USUAL_WIDTH;
        }
        try {
            var process =
                    new ProcessBuilder("stty", "size").redirectInput(KEYBOARD).start();
            try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
                var size = Optional.ofNullable(reader.readLine()).orElse("");
                return size.matches("\\d+ [1-9]\\d{1,3}") ? Integer.parseInt(size.split(" ", 2)[1]) : USUAL_WIDTH;
            }
        } catch (IOException noSuchProgram) {
            return USUAL_WIDTH;
        }
    }
}
