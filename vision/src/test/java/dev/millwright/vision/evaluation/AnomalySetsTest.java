package dev.millwright.vision.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders of images are told by their names alone; the images are read later. */
class AnomalySetsTest {
    @TempDir
    Path folder;

    private void file(String path) throws IOException {
        var file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, new byte[0]);
    }

    @Test
    void aCategoryTellsGoodKindsAndMasks() throws IOException {
        file("nut/train/good/000.png");
        file("nut/train/good/notes.txt");
        file("nut/test/good/000.png");
        file("nut/test/bent/001.png");
        file("nut/ground_truth/bent/001_mask.png");
        var set = MvtecFolder.read(folder);
        assertThat(set).isEqualTo(MvtecFolder.read(folder.resolve("nut")));
        assertThat(set.good()).containsExactly(folder.resolve("nut/train/good/000.png"));
        assertThat(set.test())
                .containsExactly(
                        new AnomalyCase(
                                folder.resolve("nut/test/bent/001.png"),
                                folder.resolve("nut/ground_truth/bent/001_mask.png"),
                                "bent"),
                        new AnomalyCase(folder.resolve("nut/test/good/000.png"), null, "good"));
        assertThat(set.test().getLast().good()).isTrue();
        assertThat(MvtecFolder.goodImages(folder.resolve("nut"))).isEqualTo(set.good());
        assertThat(MvtecFolder.goodImages(folder.resolve("nut/test/bent"))).hasSize(1);
    }

    @Test
    void aFolderWithoutImagesOrWithTwoCategoriesIsRefused() throws IOException {
        file("a/train/good/0.png");
        file("b/train/good/0.png");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MvtecFolder.read(folder))
                .withMessageContaining("2 categories");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MvtecFolder.goodImages(folder))
                .withMessageContaining("no PNG");
    }

    /** Several images of one tile are nearly one image: on both sides of the split they would flatter. */
    @Test
    void imagesOfOneTileStayOnOneSide() throws IOException {
        for (int tile = 0; tile < 10; tile++) {
            file("MT_Free/Imgs/exp1_num_%d.jpg".formatted(tile));
            file("MT_Free/Imgs/exp2_num_%d.jpg".formatted(tile));
        }
        for (var kind : new String[] {"Blowhole", "Break", "Crack", "Fray", "Uneven"}) {
            file("MT_%s/Imgs/exp1_num_7.jpg".formatted(kind));
        }
        var set = MagneticTiles.read(folder, 1);
        assertThat(set.good()).hasSize(16);
        var learned = set.good().stream().map(AnomalySetsTest::tile).collect(Collectors.toSet());
        var judged = set.test().stream()
                .filter(AnomalyCase::good)
                .map(each -> tile(each.image()))
                .toList();
        assertThat(judged).hasSize(4).doesNotContainAnyElementsOf(learned);
        assertThat(set.test().getLast().mask()).isEqualTo(folder.resolve("MT_Uneven/Imgs/exp1_num_7.png"));
        assertThat(MagneticTiles.read(folder, 1)).isEqualTo(set);
        assertThat(MagneticTiles.read(folder, 2)).isNotEqualTo(set);
        var parts = MagneticTiles.supervised(folder, 1);
        assertThat(parts.learned()).hasSize(21).filteredOn(AnomalyCase::good).hasSize(16);
        assertThat(parts.judged()).hasSize(4).doesNotContainAnyElementsOf(parts.learned());
    }

    private static String tile(Path image) {
        return image.getFileName().toString().substring(5);
    }
}
