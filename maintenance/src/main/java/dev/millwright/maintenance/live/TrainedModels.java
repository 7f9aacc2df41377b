package dev.millwright.maintenance.live;

import java.util.List;
import java.util.Map;

/**
 * The trained models that are asked while machines run, by their names.
 *
 * @param lives the versions of each model of remaining life
 * @param modes the version that counts of each model of failure modes; it answers beside a life
 */
public record TrainedModels(Map<String, List<LifeVersion>> lives, Map<String, ModeVersion> modes) {
    /** No models at all. */
    public static final TrainedModels NONE = new TrainedModels(Map.of(), Map.of());

    public TrainedModels {
        lives = Map.copyOf(lives);
        modes = Map.copyOf(modes);
    }
}
