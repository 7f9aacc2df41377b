package dev.millwright.loop.quality;

import dev.millwright.plant.Camera;
import dev.millwright.plant.CameraFrame;
import dev.millwright.vision.eye.Eye;
import dev.millwright.vision.eye.EyeVersion;
import dev.millwright.vision.eye.TrainedEyes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who looks at which camera's pictures: the active version of the model that the plant file names, or of the board judge, and
 * rules where none counts and pictures come with templates.
 */
final class CameraEyes {

    private final List<Camera> cameras;
    private final Eye rules;
    private volatile TrainedEyes trained = TrainedEyes.NONE;

    /** @param rules compare with a template */
    CameraEyes(List<Camera> cameras, Eye rules) {
        this.cameras = List.copyOf(cameras);
        this.rules = rules;
    }

    /**
     * Who looks at a picture.
     *
     * @param camera the one whose rules hold for it; null where its machine has none
     * @param model whose versions look
     * @param eye what counts; null where nobody can look
     * @param by the version behind it; null: rules
     * @param shadows what is asked besides
     */
    record Looking(
            @Nullable Camera camera,
            String model,
            @Nullable Eye eye,
            @Nullable EyeVersion by,
            List<EyeVersion> shadows) {}

    /** Asks these from the next picture on. */
    void ask(TrainedEyes versions) {
        trained = versions;
    }

    Looking at(CameraFrame frame) {
        var asked = trained;
        var camera = camera(frame);
        var named = camera == null ? null : camera.model();
        var model = named == null ? TrainedEyes.BOARD_JUDGE : named;
        var active = asked.active(model).orElse(null);
        var eye = active != null ? active.eye() : named == null || asked.rulesServe(named) ? rules : null;
        return new Looking(camera, model, eye, active, asked.shadows(model));
    }

    /** The camera it came from, or for a picture from elsewhere the first of its machine. */
    private @Nullable Camera camera(CameraFrame frame) {
        return cameras.stream()
                .filter(camera -> camera.id().equals(frame.camera()))
                .findFirst()
                .or(() -> cameras.stream()
                        .filter(camera -> camera.machine().equals(frame.machine()))
                        .findFirst())
                .orElse(null);
    }
}
