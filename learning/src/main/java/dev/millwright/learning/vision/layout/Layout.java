package dev.millwright.learning.vision.layout;

import static java.util.Objects.requireNonNull;

import dev.millwright.vision.evaluation.AnomalyCase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A way in which people lay out pictures; those that tell more stand first, and a folder is taken for the first that it fits. */
public enum Layout {
    MVTEC("good pictures in train/good, others in test/KIND (MVTec)"),
    PAIRS("pictures NAME_test beside templates NAME_temp, with lists of boxes (DeepPCB)"),
    VOC("XML files in Annotations, pictures in JPEGImages or images (Pascal VOC)"),
    YOLO("text files in labels, pictures in images, kinds in data.yaml or classes.txt (YOLO)"),
    COCO("a JSON file with images, annotations and categories (COCO)"),
    KINDS("a folder of pictures for each kind"),
    GOOD("good pictures in one folder");

    private static final int FEW = 6;

    private final String words;

    Layout(String words) {
        this.words = words;
    }

    private boolean fits(Path folder) {
        return switch (this) {
            case MVTEC -> Files.isDirectory(folder.resolve("train/good"));
            case PAIRS -> PairFolder.isIn(folder);
            case VOC -> VocFolder.isIn(folder);
            case YOLO ->
                YoloNames.file(folder) != null && !YoloFolder.labels(folder).isEmpty();
            case COCO -> !CocoFile.files(folder).isEmpty();
            case KINDS ->
                PictureFolder.folders(folder).stream()
                                .filter(inner -> !PictureFolder.pictures(inner).isEmpty())
                                .count()
                        > 1;
            case GOOD -> !goodPictures(folder).isEmpty();
        };
    }

    /** What it looks like, for people. */
    public String words() {
        return words;
    }

    /** What can be learned from it, the usual first. */
    public List<Goal> goals() {
        return switch (this) {
            case MVTEC, GOOD -> List.of(Goal.ANOMALY);
            case PAIRS, VOC, YOLO, COCO -> List.of(Goal.DETECT);
            case KINDS -> List.of(Goal.CLASSIFY, Goal.ANOMALY);
        };
    }

    /**
     * What a folder is laid out as.
     *
     * @param asked what is to be learned; null: whatever the folder is best for
     * @throws IllegalArgumentException when it is laid out in no known way, or in none that this can be learned from
     */
    public static Layout of(Path folder, @Nullable Goal asked) {
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException(
                    "There is no folder %s\nName the folder of your pictures.".formatted(folder));
        }
        var fit = Arrays.stream(values()).filter(layout -> layout.fits(folder)).toList();
        if (fit.isEmpty()) {
            throw new IllegalArgumentException(
                    "%s holds %s, which is no known layout\nLay the pictures out as one of:\n%s"
                            .formatted(folder, found(folder), listed(List.of(values()))));
        }
        return fit.stream()
                .filter(layout -> asked == null || layout.allows(asked, folder))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "%s is laid out as %s, from which --task %s cannot be learned\nAsk for --task %s, or lay the pictures out as one of:\n%s"
                                .formatted(
                                        folder,
                                        fit.getFirst().words,
                                        asked,
                                        fit.getFirst().goals().getFirst(),
                                        listed(Arrays.stream(values())
                                                .filter(layout -> layout.goals().contains(asked))
                                                .toList()))));
    }

    /** Kinds serve to learn anomalies only where one of them is called good. */
    private boolean allows(Goal goal, Path folder) {
        return goals().contains(goal)
                && !(this == KINDS && goal == Goal.ANOMALY && PictureFolder.named(folder, AnomalyCase.GOOD) == null);
    }

    /** None where templates lie among them: what lies beside those is not good. */
    private static List<Path> goodPictures(Path folder) {
        var own = PictureFolder.pictures(folder);
        if (own.stream().anyMatch(file -> PictureFolder.stem(file).endsWith("_temp"))) {
            return List.of();
        }
        var good = PictureFolder.named(folder, AnomalyCase.GOOD);
        return own.isEmpty() && good != null && Files.isDirectory(good) ? PictureFolder.pictures(good) : own;
    }

    private static String found(Path folder) {
        var entries = PictureFolder.entries(folder);
        return entries.isEmpty()
                ? "nothing"
                : entries.stream()
                        .limit(FEW)
                        .map(entry -> PictureFolder.name(entry) + (Files.isDirectory(entry) ? "/" : ""))
                        .collect(Collectors.joining(
                                ", ", "", entries.size() > FEW ? " and %d more".formatted(entries.size() - FEW) : ""));
    }

    private static String listed(List<Layout> layouts) {
        return layouts.stream()
                .map(layout -> "  %s: %s".formatted(layout.goals().getFirst(), layout.words))
                .collect(Collectors.joining("\n"));
    }

    /** Boxes of a folder laid out in this way. */
    public LabelledPictures boxes(Path folder) {
        return switch (this) {
            case VOC -> VocFolder.read(required(VocFolder.annotations(folder)), required(VocFolder.pictures(folder)));
            case COCO -> CocoFile.read(folder, CocoFile.files(folder));
            case YOLO -> YoloFolder.read(YoloFolder.labels(folder), required(YoloNames.file(folder)));
            case MVTEC, PAIRS, KINDS, GOOD ->
                throw new IllegalArgumentException("%s has no boxes\nAsk for another task.".formatted(words));
        };
    }

    private static Path required(@Nullable Path path) {
        return requireNonNull(path, "was there when the folder was recognised");
    }

    /** Good pictures, and others to judge by, of a folder laid out in this way. */
    public GoodPictures good(Path folder, double heldOut, long seed) {
        return switch (this) {
            case MVTEC -> GoodPictures.mvtec(folder);
            case KINDS -> GoodPictures.amongKinds(folder, heldOut, seed);
            case GOOD -> new GoodPictures(goodPictures(folder), List.of());
            case PAIRS, VOC, COCO, YOLO ->
                throw new IllegalArgumentException("%s names no good pictures\nAsk for another task.".formatted(words));
        };
    }
}
