package dev.millwright.vision.evaluation;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millwright.vision.Inspector;
import dev.millwright.vision.InspectorSettings;
import dev.millwright.vision.MarkedImage;
import dev.millwright.vision.generator.BoardGenerator;
import dev.millwright.vision.generator.BoardSettings;
import dev.millwright.vision.image.FrameReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectRunTest {
    private final BoardGenerator generator = new BoardGenerator(BoardSettings.small());
    private final InspectRun run =
            new InspectRun(new Inspector(InspectorSettings.standard(), InstantSource.system()), FrameReader.standard());

    @TempDir
    Path folder = Path.of("");

    @Test
    void judgesADeepPcbFolder() throws IOException {
        for (int i = 0; i < 6; i++) {
            writeAnnotated(i);
        }
        var report = run.report(folder, 4, folder.resolve("marks"));
        var score = requireNonNull(report.score());
        assertThat(report.rows()).hasSize(4);
        assertThat(score.defects()).isEqualTo(12);
        assertThat(score.recall()).isEqualTo(1);
        assertThat(report.metrics()).containsEntry("recall", 1.0).containsKey("recall_open");
        assertThat(report.text()).contains("recall at IoU 0.33          1.0000", "annotated defects           12");
        try (var marks = Files.list(folder.resolve("marks"))) {
            assertThat(marks).hasSize(4);
        }
    }

    @Test
    void inspectsAPlainFolderAndLeavesOutWhatItCannotRead() throws IOException {
        write(folder.resolve("good"), 1, 0);
        write(folder.resolve("line2").resolve("bad"), 2, 1);
        Files.writeString(folder.resolve("broken_test.png"), "no image");
        var report = run.report(folder, 100, folder.resolve("marks"));
        assertThat(report.score()).isNull();
        assertThat(report.failed()).isEqualTo(1);
        assertThat(report.unreadable()).singleElement().asString().contains("broken");
        assertThat(report.text()).contains("good", "PASS", "FAIL", "left out: broken");
        assertThat(report.metrics()).doesNotContainKey("recall").containsEntry("boards_unreadable", 1.0);
        assertThat(folder.resolve("marks").resolve("line2-bad.png")).exists();
    }

    @Test
    void inspectsASinglePair() throws IOException {
        write(folder.resolve("one"), 3, 2);
        var report = run.report(folder.resolve("one_test.png"), 1, null);
        assertThat(report.rows())
                .singleElement()
                .satisfies(row -> assertThat(row.inspection().findings()).hasSize(2));
    }

    @Test
    void refusesFoldersWithoutPairsAndNonsense() throws IOException {
        assertThatThrownBy(() -> run.report(folder, 10, null)).hasMessageContaining("no image pairs in");
        assertThatThrownBy(() -> run.report(folder, 0, null)).hasMessageContaining("limit 0");
        assertThatThrownBy(() -> run.report(folder.resolve("none"), 1, null)).hasMessageContaining("no file or folder");
        assertThatThrownBy(() -> DeepPcb.in(folder)).hasMessageContaining("no DeepPCB in");
        Files.writeString(folder.resolve("test.txt"), "one word");
        assertThatThrownBy(() -> run.report(folder, 1, null)).hasMessageContaining("'one word'");
        var boxes = Files.writeString(folder.resolve("boxes.txt"), "1 2 30 40 9\n");
        assertThatThrownBy(() -> DeepPcb.defects(boxes)).hasMessageContaining("'1 2 30 40 9'");
    }

    private void write(Path stem, int seed, int defects) throws IOException {
        var board = generator.generate(seed, defects);
        Files.createDirectories(requireNonNull(stem.getParent()));
        Files.write(stem.resolveSibling(stem.getFileName() + "_test.png"), MarkedImage.png(board.image()));
        Files.write(stem.resolveSibling(stem.getFileName() + "_temp.png"), MarkedImage.png(board.template()));
    }

    /** The layout of DeepPCB, with PNG bytes under its .jpg names: readers go by content. */
    private void writeAnnotated(int seed) throws IOException {
        Path group = Files.createDirectories(folder.resolve("PCBData").resolve("group1"));
        var board = generator.generate(seed, 3);
        Files.write(group.resolve(seed + "_test.jpg"), MarkedImage.png(board.image()));
        Files.write(group.resolve(seed + "_temp.jpg"), MarkedImage.png(board.template()));
        var boxes = new StringBuilder();
        for (var defect : board.defects()) {
            var box = defect.box();
            int type =
                    switch (defect.type()) {
                        case OPEN -> 1;
                        case SHORT -> 2;
                        case MOUSEBITE -> 3;
                        case SPUR -> 4;
                        case COPPER -> 5;
                        case PINHOLE -> 6;
                    };
            boxes.append(box.left() + " " + box.top() + " " + box.right() + " " + box.bottom() + " " + type + "\n");
        }
        Files.writeString(group.resolve(seed + ".txt"), boxes);
        Path list = folder.resolve("PCBData").resolve("test.txt");
        String lines = Files.exists(list) ? Files.readString(list) : "";
        Files.writeString(list, lines + "group1/" + seed + ".jpg group1/" + seed + ".txt\n");
    }
}
