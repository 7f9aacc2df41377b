package dev.millwright.vision.eye;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The versions of models that look at a plant's pictures.
 *
 * @param versions by the model's name, at most one of them active
 */
public record TrainedEyes(Map<String, List<EyeVersion>> versions) {
    /** Whatever is compared with templates is judged by rules. */
    public static final TrainedEyes NONE = new TrainedEyes(Map.of());

    /** The model that judges boards wherever no other is named. */
    public static final String BOARD_JUDGE = "board-judge";

    public TrainedEyes {
        versions = Map.copyOf(versions);
    }

    /** The version that counts. */
    public Optional<EyeVersion> active(String name) {
        return of(name).stream().filter(EyeVersion::active).findFirst();
    }

    /** Those that are asked for comparison. */
    public List<EyeVersion> shadows(String name) {
        return of(name).stream().filter(version -> !version.active()).toList();
    }

    /** Whether rules can stand in while no version counts: where versions compare with templates, or none is known. */
    public boolean rulesServe(String name) {
        return of(name).stream().allMatch(version -> version.eye().needsTemplate());
    }

    private List<EyeVersion> of(String name) {
        return versions.getOrDefault(name, List.of());
    }
}
