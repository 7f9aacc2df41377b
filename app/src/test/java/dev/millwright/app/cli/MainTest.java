package dev.millwright.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Command;

class MainTest {

    @Test
    void everyVerbHasHelpWithItsOwnName() {
        for (var verb : List.of(
                "up",
                "inspect",
                "schedule",
                "predict",
                "models",
                "models promote",
                "models retire",
                "data",
                "data list",
                "data fetch",
                "export")) {
            var shell = Shell.run((Object[]) (verb + " --help").split(" ", -1));
            assertThat(shell.code()).as(verb).isZero();
            assertThat(shell.out()).contains("Usage: millwright " + verb);
            assertThat(shell.err()).isEmpty();
        }
    }

    @Test
    void theDoorTellsVersionVerbsAndExitCodes() {
        assertThat(Shell.run("--version").out()).startsWith("Millwright ");
        assertThat(Shell.run("--help").out())
                .contains(
                        "A digital twin that runs a factory.", "schedule", "Exit codes: 0 ok, 1 failed, 2 wrong use.");
        assertThat(Shell.run("help", "schedule").out()).contains("Usage: millwright schedule");
    }

    @Test
    void aWrongOptionIsWrongUseAndPointsToTheHelpThatExists() {
        var verb = Shell.run("schedule", "ft06.txt", "--fast");
        assertThat(verb.code()).isEqualTo(Main.WRONG_USE);
        assertThat(verb.complaint())
                .hasSize(2)
                .first()
                .asString()
                .startsWith("millwright: ")
                .contains("--fast");
        assertThat(verb.complaint().getLast()).isEqualTo("See './millwright schedule --help'.");
        assertThat(Shell.run("data", "fetch").complaint().getLast()).isEqualTo("See './millwright data fetch --help'.");
        assertThat(Shell.run("--nonsense").complaint().getLast()).isEqualTo("See './millwright --help'.");
        assertThat(Shell.run("conquer").code()).isEqualTo(Main.WRONG_USE);
        assertThat(Shell.run("up", "--speed", "quick").code()).isEqualTo(Main.WRONG_USE);
    }

    /** A trace helps developers with a defect of ours; it must not be lost among the manners. */
    @Test
    void aDefectOfOursKeepsItsTrace() {
        var shell = new java.io.StringWriter();
        int code = Main.commandLine()
                .addSubcommand("stumble", new Stumble())
                .setErr(new java.io.PrintWriter(shell, true))
                .execute("stumble");
        assertThat(code).isEqualTo(Main.FAILED);
        assertThat(shell.toString()).contains("ArithmeticException", "\tat ");
    }

    @Command(name = "stumble")
    static final class Stumble implements Runnable {

        @Override
        public void run() {
            throw new ArithmeticException("on purpose");
        }
    }
}
