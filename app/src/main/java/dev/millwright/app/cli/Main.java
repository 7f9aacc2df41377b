package dev.millwright.app.cli;

import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.IOException;
import java.io.UncheckedIOException;
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
            ModelsCommand.class,
            DataCommand.class,
            ExportCommand.class,
            CommandLine.HelpCommand.class
        },
        footer = {
            "",
            "./millwright test [ROOM] runs every check; ./millwright train WHAT learns from your own data;",
            "./millwright evaluate WHAT measures a claim.",
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
        return withManners(new CommandLine(new Main()));
    }

    /** Lets any command line tell mistakes as ours does. */
    public static CommandLine withManners(CommandLine line) {
        return line.setExecutionExceptionHandler(Main::tell).setParameterExceptionHandler((mistake, _) -> {
            var out = mistake.getCommandLine().getErr();
            out.println("millwright: " + mistake.getMessage());
            out.println("See './%s --help'."
                    .formatted(mistake.getCommandLine().getCommandSpec().qualifiedName()));
            return WRONG_USE;
        });
    }

    private static int tell(Exception mistake, CommandLine line, CommandLine.ParseResult parsed) {
        if (isForPeople(mistake)) {
            line.getErr().println("millwright: " + Excuse.words(mistake));
        } else {
            mistake.printStackTrace(line.getErr());
        }
        return FAILED;
    }

    /** A user's mistakes and trouble outside are told; what only a developer can mend keeps its trace. */
    private static boolean isForPeople(Exception mistake) {
        return mistake instanceof IllegalArgumentException
                || mistake instanceof IOException
                || mistake instanceof UncheckedIOException
                || isOurs(mistake.getClass().getName())
                || (mistake instanceof IllegalStateException && thrownByUs(mistake));
    }

    private static boolean thrownByUs(Exception mistake) {
        var trace = mistake.getStackTrace();
        return trace.length > 0 && isOurs(trace[0].getClassName());
    }

    private static boolean isOurs(String className) {
        return className.startsWith("dev.millwright.");
    }
}
