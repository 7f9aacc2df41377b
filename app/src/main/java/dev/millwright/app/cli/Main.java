package dev.millwright.app.cli;

import io.quarkus.runtime.annotations.QuarkusMain;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line's front door: one verb does one thing. */
@QuarkusMain
@Command(
        name = "millwright",
        description = "A digital twin that runs a factory.",
        mixinStandardHelpOptions = true,
        version = "Millwright 0.1.0",
        subcommands = {
            UpCommand.class,
            InspectCommand.class,
            ScheduleCommand.class,
            PredictCommand.class,
            DataCommand.class,
            ExportCommand.class,
            CommandLine.HelpCommand.class
        },
        footer = {
            "",
            "./millwright test [ROOM] runs every check; ./millwright evaluate WHAT measures a claim.",
            "Exit codes: 0 ok, 1 failed, 2 wrong use."
        })
public final class Main {

    static final int FAILED = 1;
    static final int WRONG_USE = 2;

    private Main() {}

    public static void main(String... args) {
        int code = commandLine().execute(args.length == 0 ? new String[] {"up"} : args);
        System.exit(code);
    }

    /** The command line with our manners: a mistake is told in one line and its cure, never as a stack trace. */
    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setExecutionExceptionHandler(Main::tell)
                .setParameterExceptionHandler((mistake, _) -> {
                    var out = mistake.getCommandLine().getErr();
                    out.println("millwright: " + mistake.getMessage());
                    out.println("See './millwright "
                            + mistake.getCommandLine().getCommandName().replace("millwright", "")
                            + " --help'.");
                    return WRONG_USE;
                });
    }

    private static int tell(Exception mistake, CommandLine line, CommandLine.ParseResult parsed) {
        if (mistake instanceof IllegalArgumentException || mistake instanceof java.io.IOException || isOurs(mistake)) {
            line.getErr().println("millwright: " + mistake.getMessage());
            return FAILED;
        }
        mistake.printStackTrace(line.getErr());
        return FAILED;
    }

    /** Exceptions of our own are told to people: their messages name the value and a cure. */
    private static boolean isOurs(Exception mistake) {
        return mistake.getClass().getName().startsWith("dev.millwright.");
    }
}
