package dev.millwright.loop.quality;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.millwright.plant.event.EventJson;
import dev.millwright.vision.image.Frame;
import dev.millwright.vision.quality.PictureCheck;
import dev.millwright.vision.quality.PictureMeasures;
import dev.millwright.vision.quality.PictureReference;
import dev.millwright.vision.quality.PictureVerdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Learns from each camera's first good pictures what its pictures are like, keeps that over restarts, and refuses pictures that
 * are not fit. A camera's file, deleted while the loop is down, is learned anew.
 */
public final class PictureGate {

    private static final System.Logger LOG = System.getLogger(PictureGate.class.getName());

    /** Good pictures a camera is learned from. */
    static final int GOOD_PICTURES = 60;

    private static final double FALSE_REFUSALS = 0.002;

    private final Set<String> cameras;
    private final Path folder;
    private final int reachPx;
    private final ObjectMapper mapper = EventJson.mapper();
    private final Map<String, PictureCheck> checks = new HashMap<>();
    private final Set<String> lookedUp = new HashSet<>();
    private final Map<String, List<PictureMeasures>> learning = new HashMap<>();

    /**
     * A gate before the inspector.
     *
     * @param cameras that are watched; pictures from elsewhere have nothing in common and pass
     * @param folder where what was learned is kept
     * @param reachPx how far a picture may lie from its template and still be inspected
     */
    public PictureGate(Set<String> cameras, Path folder, int reachPx) {
        this.cameras = Set.copyOf(cameras);
        this.folder = folder;
        this.reachPx = reachPx;
    }

    /** Whether a picture is fit; null where nobody watches its camera or picture and template differ in size. */
    synchronized @Nullable PictureVerdict check(String camera, Frame picture, @Nullable Frame template) {
        if (!cameras.contains(camera)) {
            return null;
        }
        if (template != null && (picture.width() != template.width() || picture.height() != template.height())) {
            return null;
        }
        var measures = template == null ? PictureMeasures.of(picture) : PictureMeasures.of(picture, template);
        String key = key(camera, measures);
        if (lookedUp.add(key)) {
            var known = read(key);
            if (known != null) {
                checks.put(key, known);
            }
        }
        var check = checks.get(key);
        return check == null ? new PictureVerdict.Fit(measures) : check.check(measures);
    }

    /** Takes what a picture measured whose part passed inspection. */
    synchronized void learn(String camera, PictureMeasures good) {
        String key = key(camera, good);
        if (checks.containsKey(key)) {
            return;
        }
        var pictures = learning.computeIfAbsent(key, _ -> new ArrayList<>());
        pictures.add(good);
        if (pictures.size() >= GOOD_PICTURES) {
            var reference = PictureReference.learn(pictures, FALSE_REFUSALS);
            learning.remove(key);
            checks.put(key, new PictureCheck(reference, reachPx));
            write(key, reference);
        }
    }

    /** Pictures of one camera in another size are another camera's. */
    static String key(String camera, PictureMeasures measures) {
        return "camera-" + camera.replaceAll("[^A-Za-z0-9._-]", "_") + "-" + measures.widthPx() + "x"
                + measures.heightPx() + ".json";
    }

    private @Nullable PictureCheck read(String key) {
        Path file = folder.resolve(key);
        if (!Files.exists(file)) {
            return null;
        }
        try {
            return new PictureCheck(mapper.readValue(Files.readAllBytes(file), PictureReference.class), reachPx);
        } catch (IOException | RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "{0} cannot be read and is learned anew: {1}", file, e.getMessage());
            return null;
        }
    }

    private void write(String key, PictureReference reference) {
        try {
            Files.createDirectories(folder);
            Files.write(folder.resolve(key), mapper.writeValueAsBytes(reference));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep what was learned of a camera in " + folder, e);
        }
    }
}
