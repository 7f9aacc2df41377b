package dev.millwright.learning.cli;

import java.io.UncheckedIOException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code ./millwright train WHAT}. */
@Command(
        name = "train",
        description =
                "Trains a model on your own data: checks it, learns, judges on what was held out, writes model, card and plots.",
        mixinStandardHelpOptions = true,
        subcommands = {TrainMaintenance.class, TrainPublic.class, TrainBackbone.class, TrainVision.class})
public final class Train {
    private static final int FAILED = 1;

    public static void main(String... args) {
        System.exit(line().execute(args.length == 0 ? new String[] {"--help"} : args));
    }

    /** What a user did wrong is a sentence and a cure, never a stack trace. */
    static CommandLine line() {
        return new CommandLine(new Train())
                .setCommandName("millwright train")
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((thrown, line, _) -> {
                    if (thrown instanceof IllegalArgumentException || thrown instanceof UncheckedIOException) {
                        line.getErr().println("millwright: " + thrown.getMessage());
                        return FAILED;
                    }
                    throw thrown;
                });
    }
}
