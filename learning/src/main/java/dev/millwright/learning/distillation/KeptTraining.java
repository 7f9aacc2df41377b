package dev.millwright.learning.distillation;

import dev.millwright.inference.ModelRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.bytedeco.pytorch.AdamW;
import org.bytedeco.pytorch.InputArchive;
import org.bytedeco.pytorch.OutputArchive;

/** How far a training came, in a file: its network, its optimiser and its steps. Other settings have another file. */
final class KeptTraining {
    private static final int HASH_DIGITS = 12;

    private final Path folder;
    private final String name;

    KeptTraining(Path folder, DistillationSettings settings) {
        this.folder = folder;
        name = "distillation-"
                + ModelRegistry.sha256(settings.toString().getBytes(StandardCharsets.UTF_8))
                        .substring(0, HASH_DIGITS);
    }

    /** How many steps were done; what they left is put back. */
    int restore(SurfaceNetwork network, AdamW optimizer) {
        try {
            if (!Files.exists(steps())) {
                return 0;
            }
            int done = Integer.parseInt(Files.readString(steps()).strip());
            load(done, network, optimizer);
            return done;
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be read.\nDelete it to begin anew.".formatted(steps()), e);
        }
    }

    private void load(int done, SurfaceNetwork network, AdamW optimizer) {
        try (var networkArchive = new InputArchive();
                var optimizerArchive = new InputArchive()) {
            networkArchive.load_from(file(done, "network").toString());
            network.load(networkArchive);
            optimizerArchive.load_from(file(done, "optimizer").toString());
            optimizer.load(optimizerArchive);
        }
    }

    /** Writes both beside the last ones before the number of steps names them: a crash leaves one or the other. */
    void keep(SurfaceNetwork network, AdamW optimizer, int done) {
        try (var networkArchive = new OutputArchive();
                var optimizerArchive = new OutputArchive()) {
            Files.createDirectories(folder);
            var before = Files.exists(steps()) ? Files.readString(steps()).strip() : "";
            network.save(networkArchive);
            networkArchive.save_to(file(done, "network").toString());
            optimizer.save(optimizerArchive);
            optimizerArchive.save_to(file(done, "optimizer").toString());
            var fresh = Files.writeString(folder.resolve(name + ".new"), Integer.toString(done));
            Files.move(fresh, steps(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            if (!before.isEmpty() && !before.equals(Integer.toString(done))) {
                Files.deleteIfExists(file(Integer.parseInt(before), "network"));
                Files.deleteIfExists(file(Integer.parseInt(before), "optimizer"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be written.\nIs the disk full?".formatted(folder), e);
        }
    }

    private Path steps() {
        return folder.resolve(name + ".steps");
    }

    private Path file(int done, String what) {
        return folder.resolve(name + "-" + what + "-" + done + ".pt");
    }
}
