package dev.millwright.loop.quality;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.millwright.plant.event.EventJson;
import dev.millwright.vision.drift.CameraDrift;
import dev.millwright.vision.drift.CameraReference;
import dev.millwright.vision.drift.PictureSample;
import dev.millwright.vision.quality.PictureMeasures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Watches whether the cameras' pictures drift away from those that each was learned from. What was learned outlives
 * restarts; the window of latest pictures fills anew.
 */
final class CameraWatch {

    private static final System.Logger LOG = System.getLogger(CameraWatch.class.getName());
    /** The latest so many pictures, up to twice as many, are compared. */
    private static final int WINDOW = 40;

    private final Set<String> cameras;
    private final Path folder;
    private final ObjectMapper mapper = EventJson.mapper();
    private final TreeMap<String, Watched> watched = new TreeMap<>();

    CameraWatch(Set<String> cameras, Path folder) {
        this.cameras = Set.copyOf(cameras);
        this.folder = folder;
    }

    /** A camera at one size of picture. */
    private static final class Watched {
        final String camera;
        final PictureMeasures first;
        final List<PictureSample> learning = new ArrayList<>();
        long pictures;

        @Nullable
        CameraDrift drift;

        Watched(String camera, PictureMeasures first) {
            this.camera = camera;
            this.first = first;
        }
    }

    /**
     * Takes what a picture measured, whether or not it was fit to be inspected.
     *
     * @param distance how far a model holds it from good ones; no number where none looked or none knows
     */
    synchronized void saw(String camera, Instant time, PictureMeasures measures, double distance) {
        if (cameras.contains(camera)) {
            var one = watched(camera, measures);
            one.pictures++;
            if (one.drift != null) {
                one.drift.add(time, PictureSample.of(measures, distance));
            }
        }
    }

    /** Takes what a picture measured whose part passed inspection. */
    synchronized void learn(String camera, PictureMeasures good, double distance) {
        if (!cameras.contains(camera)) {
            return;
        }
        var one = watched(camera, good);
        if (one.drift == null) {
            one.learning.add(PictureSample.of(good, distance));
            if (one.learning.size() >= PictureGate.GOOD_PICTURES) {
                var reference = CameraReference.of(one.learning, WINDOW);
                one.drift = new CameraDrift(reference);
                one.learning.clear();
                write(file(camera, good), reference);
            }
        }
    }

    /** Every camera that has sent a picture, by its name. */
    synchronized List<CameraState> states() {
        return watched.values().stream().map(CameraWatch::state).toList();
    }

    private static CameraState state(Watched one) {
        var drift = one.drift;
        return new CameraState(
                one.camera,
                one.first.widthPx(),
                one.first.heightPx(),
                one.pictures,
                drift == null ? one.learning.size() : PictureGate.GOOD_PICTURES,
                PictureGate.GOOD_PICTURES,
                drift == null ? null : drift.stability(),
                drift == null
                        ? List.of()
                        : drift.report().stream()
                                .map(moved -> new CameraState.Measure(
                                        moved.statistic().name(),
                                        moved.psi(),
                                        moved.pValue(),
                                        moved.stability(),
                                        moved.since()))
                                .toList());
    }

    private Watched watched(String camera, PictureMeasures measures) {
        return watched.computeIfAbsent(file(camera, measures), file -> {
            var one = new Watched(camera, measures);
            var known = read(file);
            one.drift = known == null ? null : new CameraDrift(known);
            return one;
        });
    }

    private static String file(String camera, PictureMeasures measures) {
        return PictureGate.key(camera, measures).replaceAll("\\.json$", ".drift.json");
    }

    private @Nullable CameraReference read(String name) {
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            return null;
        }
        try {
            return mapper.readValue(Files.readAllBytes(file), CameraReference.class);
        } catch (IOException | RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "{0} cannot be read and is learned anew: {1}", file, e.getMessage());
            return null;
        }
    }

    private void write(String name, CameraReference reference) {
        try {
            Files.createDirectories(folder);
            Files.write(folder.resolve(name), mapper.writeValueAsBytes(reference));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep what was learned of a camera in " + folder, e);
        }
    }
}
