package dev.millwright.learning.vision.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.millwright.vision.evaluation.AnomalyCase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders as people have them are known by what lies in them, and what cannot be known is told with what could be. */
class LayoutTest {
    @TempDir
    private Path folder;

    @Test
    void goodPicturesInTrainAreMvtecs() throws IOException {
        DrawnFolder.plain(folder, "train/good/a.png", "train/good/b.png", "test/good/c.png", "test/dent/d.png");
        assertThat(Layout.of(folder, null)).isEqualTo(Layout.MVTEC);
        var set = Layout.MVTEC.good(folder, 0.2, 1);
        assertThat(set.good()).hasSize(2);
        assertThat(set.test()).extracting(AnomalyCase::kind).containsExactly("dent", "good");
    }

    @Test
    void aFolderOfPicturesIsTakenForGoodOnes() throws IOException {
        DrawnFolder.plain(folder, "a.png", "b.PNG", "c.png");
        Files.writeString(folder.resolve("notes.txt"), "no picture");
        assertThat(Layout.of(folder, null)).isEqualTo(Layout.GOOD);
        assertThat(Layout.GOOD.good(folder, 0.2, 1))
                .isEqualTo(new GoodPictures(
                        java.util.List.of(folder.resolve("a.png"), folder.resolve("b.PNG"), folder.resolve("c.png")),
                        java.util.List.of()));
    }

    /** Of folders good, dent and scratch one may learn kinds, or what is unlike good: the task says which. */
    @Test
    void kindsAmongThemGoodAllowTwoTasks() throws IOException {
        DrawnFolder.plain(folder, "good/a.png", "good/b.png", "good/c.png", "good/d.png", "good/e.png", "dent/f.png");
        assertThat(Layout.of(folder, null).goals().getFirst()).isEqualTo(Goal.CLASSIFY);
        assertThat(Layout.of(folder, Goal.ANOMALY)).isEqualTo(Layout.KINDS);
        var set = Layout.KINDS.good(folder, 0.4, 1);
        assertThat(set.good()).hasSize(3);
        assertThat(set.test()).extracting(AnomalyCase::kind).containsExactly("dent", "good", "good");
        assertThat(set.test()).extracting(AnomalyCase::image).doesNotContainAnyElementsOf(set.good());
    }

    @Test
    void whatATaskCannotBeLearnedFromIsToldWithWhatItCan() throws IOException {
        DrawnFolder.plain(folder, "rust/a.png", "dent/f.png");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Layout.of(folder, Goal.ANOMALY))
                .withMessageContaining(
                        "a folder of pictures for each kind, from which --task anomaly cannot be learned")
                .withMessageContaining("Ask for --task classify")
                .withMessageContaining("good pictures in train/good");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Layout.of(folder, Goal.DETECT))
                .withMessageContaining("Pascal VOC");
    }

    @Test
    void whatIsNoLayoutIsToldByName() throws IOException {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Layout.of(folder, null))
                .withMessageContaining("holds nothing, which is no known layout");
        Files.createDirectories(folder.resolve("a/b"));
        Files.writeString(folder.resolve("list.txt"), "");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Layout.of(folder, null))
                .withMessageContaining("holds a/, list.txt, which is no known layout")
                .withMessageContaining("(MVTec)")
                .withMessageContaining("(YOLO)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Layout.of(folder.resolve("none"), null))
                .withMessageContaining("There is no folder");
    }

    /** Templates taken for good pictures beside defects would teach that defects are good. */
    @Test
    void pairsWithoutListsAreNotTakenForGoodPictures() throws IOException {
        DrawnFolder.plain(folder, "a_test.png", "a_temp.png");
        assertThatIllegalArgumentException().isThrownBy(() -> Layout.of(folder, null));
    }

    @Test
    void pairsAreReadWithTheirListsAndBrokenLinesTold() throws IOException {
        DrawnFolder.plain(
                folder,
                "in/a_test.png",
                "in/a_temp.png",
                "in/b_test.png",
                "in/b_temp.png",
                "in/c_test.png",
                "in/c_temp.png");
        DrawnFolder.text(folder.resolve("in/a.txt"), "1 2 11 12 2\n\n3 4 13 14 6\n");
        DrawnFolder.text(folder.resolve("in_not/b.txt"), "1 2 11 12 2\n1 2 11 12 7\n");
        assertThat(Layout.of(folder, null)).isEqualTo(Layout.PAIRS);
        var set = PairFolder.read(folder);
        assertThat(set.pairs()).hasSize(1);
        assertThat(set.pairs().getFirst().defects()).hasSize(2);
        assertThat(set.broken()).extracting(BrokenLabel::line).containsExactly(2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> set.accepted(false))
                .withMessageContaining("1 labels are broken")
                .withMessageContaining("b.txt:2: '1 2 11 12 7'");
        assertThat(set.accepted(true)).isEqualTo(set);
    }
}
