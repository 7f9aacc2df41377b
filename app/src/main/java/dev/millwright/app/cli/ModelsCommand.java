package dev.millwright.app.cli;

import dev.millwright.inference.ModelCard;
import dev.millwright.inference.ModelRegistry;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code millwright models}: trained models, how good each one is, and which of a name's versions counts. */
@Command(
        name = "models",
        description = "Shows the models in a folder, and which version of each is active.",
        mixinStandardHelpOptions = true)
final class ModelsCommand implements Runnable {

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--models",
            defaultValue = "models",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "Where models and cards lie (default: ${DEFAULT-VALUE}).")
    private Path folder = Path.of("");

    @Override
    public void run() {
        list();
    }

    @Command(mixinStandardHelpOptions = true, description = "Shows each version with its state, figures and data.")
    void list() {
        try (var registry = ModelRegistry.open(folder)) {
            for (var card : registry.cards()) {
                show(card);
            }
            if (registry.cards().isEmpty()) {
                out().println("No models in " + folder + "; './millwright train maintenance' makes one.");
            }
        }
        out().flush();
    }

    @Command(
            mixinStandardHelpOptions = true,
            description =
                    "Makes a version the active one and the active one a shadow; rolling back is promoting the other.")
    void promote(
            @Parameters(paramLabel = "NAME", description = "As 'models list' shows it.") String name,
            @Parameters(paramLabel = "VERSION") String version) {
        try (var registry = ModelRegistry.open(folder)) {
            show(registry.promote(name, version));
        }
        out().flush();
    }

    @Command(
            mixinStandardHelpOptions = true,
            description =
                    "Makes the active version a shadow, so that none counts: boards are judged by rules alone then, machines by their"
                            + " health, and other pictures by nobody until a version is promoted.")
    void retire(@Parameters(paramLabel = "NAME", description = "As 'models list' shows it.") String name) {
        try (var registry = ModelRegistry.open(folder)) {
            show(registry.retire(name));
        }
        out().flush();
    }

    private void show(ModelCard card) {
        var figures = new TreeMap<>(card.metrics())
                .entrySet().stream()
                        .map(figure -> String.format(Locale.ROOT, "%s %.4g", figure.getKey(), figure.getValue()))
                        .collect(Collectors.joining(", "));
        out().printf(
                        "%-24s%-4s%-8s%s%n%36s%s; data: %s, licence: %s%n",
                        card.name(),
                        card.version(),
                        card.state().name().toLowerCase(Locale.ROOT),
                        card.file(),
                        "",
                        figures,
                        card.provenance().getOrDefault("data", "not said"),
                        card.licence());
    }

    private PrintWriter out() {
        return Terminal.of(spec);
    }
}
