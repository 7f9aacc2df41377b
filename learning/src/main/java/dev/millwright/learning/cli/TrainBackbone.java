package dev.millwright.learning.cli;

import dev.millwright.inference.ModelCard;
import dev.millwright.inference.ModelRegistry;
import dev.millwright.inference.ModelState;
import dev.millwright.inference.TensorSpec;
import dev.millwright.learning.distillation.Distillation;
import dev.millwright.learning.distillation.DistillationSettings;
import dev.millwright.learning.onnx.SurfaceOnnx;
import dev.millwright.vision.anomaly.Backbone;
import dev.millwright.vision.anomaly.Normalisation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./millwright train backbone}: the network of features in the box, learned from a larger one. */
@Command(
        name = "backbone",
        description =
                "Teaches a small network to see as a larger one does, on photographs and drawn pictures; writes it with its card.",
        mixinStandardHelpOptions = true)
public final class TrainBackbone implements Callable<Integer> {
    private static final String NAME = "surface-features";
    private static final int LINE_EVERY = 10;
    private static final String LICENCES =
            "Apache-2.0; learned from ResNet18 of torchvision (BSD-3-Clause) on X-SDD (Apache-2.0) and drawn pictures";

    @Option(names = "--teacher", required = true, paramLabel = "FILE.onnx", description = "The larger network.")
    private Path teacher = Path.of(".");

    @Option(names = "--data", required = true, paramLabel = "DIR", description = "A folder of photographs, as X-SDD's.")
    private Path data = Path.of(".");

    @Option(
            names = "--models",
            paramLabel = "DIR",
            defaultValue = "models",
            description = "Where model and card go (default: ${DEFAULT-VALUE}).")
    private Path models = Path.of("models");

    @Option(
            names = "--steps",
            description = "How many steps of eight pictures (default: ${DEFAULT-VALUE}).",
            defaultValue = "800")
    private int steps;

    @Option(
            names = "--model-version",
            defaultValue = "1",
            description = "Of the model on its card (default: ${DEFAULT-VALUE}).")
    private String version = "1";

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        var settings = DistillationSettings.DEFAULT.over(steps);
        byte[] onnx = bytes(teacher);
        try (var backbone = Backbone.open(onnx, Normalisation.IMAGENET)) {
            var learned = Distillation.train(backbone, data, settings, models.resolve(".training"), this::tell);
            var own = new Normalisation(Normalisation.IMAGENET.mean(), Normalisation.IMAGENET.deviation(), false);
            byte[] file = SurfaceOnnx.write(learned.weights(), Map.of());
            ModelRegistry.put(models, card(settings, onnx, own, learned.missed(), file), file);
            say("%s of %d bytes; it misses %.3f of what its teacher sees in pictures it never saw"
                    .formatted(NAME, file.length, learned.missed()));
        }
        return 0;
    }

    private ModelCard card(DistillationSettings settings, byte[] onnx, Normalisation own, double missed, byte[] file) {
        var provenance = new HashMap<>(own.provenance());
        provenance.put("command", "millwright train backbone --teacher FILE.onnx --data DIR --steps " + steps);
        provenance.put("teacher", teacher.getFileName().toString());
        provenance.put("teacher_sha256", ModelRegistry.sha256(onnx));
        provenance.put("data", "X-SDD and drawn pictures");
        provenance.put("data_sha256", FolderHash.of(data));
        provenance.put("split", "missed: on pictures cut and drawn by chance that training does not draw");
        provenance.put("hyperparameters", settings.toString());
        provenance.put("seed", Long.toString(settings.seed()));
        return new ModelCard(
                NAME,
                version,
                ModelState.ACTIVE,
                NAME + "-" + version + ".onnx",
                ModelRegistry.sha256(file),
                LICENCES,
                List.of(new TensorSpec(SurfaceOnnx.INPUT, List.of(-1L, 3L, -1L, -1L))),
                List.of(new TensorSpec(SurfaceOnnx.OUTPUT, List.of(-1L, (long) settings.components(), -1L, -1L))),
                Map.of("missed", missed),
                provenance);
    }

    private void tell(Distillation.Progress progress) {
        if (progress.done() % LINE_EVERY == 0) {
            say(String.format(
                    Locale.ROOT, "%d of %d steps, loss %.4f", progress.done(), progress.of(), progress.loss()));
        }
    }

    private void say(String line) {
        if (spec != null) {
            spec.commandLine().getOut().println(line);
            spec.commandLine().getOut().flush();
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be read.\nName an ONNX file.".formatted(file), e);
        }
    }
}
