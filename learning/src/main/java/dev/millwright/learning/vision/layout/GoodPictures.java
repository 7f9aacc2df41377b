package dev.millwright.learning.vision.layout;

import dev.millwright.vision.evaluation.AnomalyCase;
import dev.millwright.vision.evaluation.MvtecFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Good pictures to learn from, and others to judge by.
 *
 * @param good to learn from
 * @param test good and bad ones that nothing is learned from; may be empty
 */
public record GoodPictures(List<Path> good, List<AnomalyCase> test) {
    public GoodPictures {
        good = List.copyOf(good);
        test = List.copyOf(test);
    }

    /** Of MVTec's layout; a folder without tests will do. */
    static GoodPictures mvtec(Path folder) {
        if (!Files.isDirectory(folder.resolve("test"))) {
            return new GoodPictures(MvtecFolder.goodImages(folder), List.of());
        }
        var set = MvtecFolder.read(folder);
        return new GoodPictures(set.good(), set.test());
    }

    /**
     * Of a folder for each kind, one of them called good.
     *
     * @param heldOut share of the good ones that are kept to judge by, chosen by the seed
     */
    static GoodPictures amongKinds(Path folder, double heldOut, long seed) {
        var good = new ArrayList<Path>();
        var test = new ArrayList<AnomalyCase>();
        for (var kind : PictureFolder.folders(folder)) {
            if (PictureFolder.name(kind).equalsIgnoreCase(AnomalyCase.GOOD)) {
                good.addAll(PictureFolder.pictures(kind));
            } else {
                PictureFolder.pictures(kind)
                        .forEach(file -> test.add(new AnomalyCase(file, null, PictureFolder.name(kind))));
            }
        }
        var random = new SplittableRandom(seed);
        for (int left = (int) Math.round(heldOut * good.size()); left > 0; left--) {
            test.add(new AnomalyCase(good.remove(random.nextInt(good.size())), null, AnomalyCase.GOOD));
        }
        return new GoodPictures(good, test);
    }
}
