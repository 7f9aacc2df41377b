package dev.millwright.app.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;

/** The command line as a user meets it: words in, an exit code and two streams of words out. */
record Shell(int code, String out, String err) {

    static Shell run(Object... words) {
        var out = new StringWriter();
        var err = new StringWriter();
        int code = Main.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(Arrays.stream(words).map(String::valueOf).toArray(String[]::new));
        return new Shell(code, out.toString(), err.toString());
    }

    /** What went wrong and its cure, line by line. */
    List<String> complaint() {
        return err.lines().toList();
    }
}
