package dev.millwright.learning.vision.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.millwright.vision.image.Box;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same two boxes in three people's writing are the same boxes; what is broken is told by file and line, and nothing is lost silently. */
class BoxLayoutsTest {
    private static final List<LabelledBox> BOXES =
            List.of(new LabelledBox("scratch", new Box(4, 6, 14, 26)), new LabelledBox("dent", new Box(0, 0, 40, 20)));

    @TempDir
    private Path folder;

    @BeforeEach
    void draw() throws IOException {
        DrawnFolder.plain(folder.resolve("images"), "a.png", "b.png");
    }

    private static String object(String name, Object left, Object top, Object right, Object bottom) {
        return "<object><name>%s</name><bndbox><xmin>%s</xmin><ymin>%s</ymin><xmax>%s</xmax><ymax>%s</ymax></bndbox></object>\n"
                .formatted(name, left, top, right, bottom);
    }

    private static String voc(String... objects) {
        return "<annotation>\n<size><width>40</width><height>40</height></size>\n" + String.join("", objects)
                + "</annotation>";
    }

    private LabelledPictures read(Layout expected) {
        var layout = Layout.of(folder, null);
        assertThat(layout).isEqualTo(expected);
        return layout.boxes(folder);
    }

    @Test
    void vocsXmlIsReadWithItsPixelsFromOne() throws IOException {
        DrawnFolder.text(
                folder.resolve("ANNOTATIONS/a.xml"),
                voc(object("scratch", 5, 7, 14, 26), object("dent", 1, 1, 40, 20)));
        DrawnFolder.text(folder.resolve("ANNOTATIONS/b.xml"), voc());
        DrawnFolder.text(folder.resolve("test.txt"), "b\n");
        var read = read(Layout.VOC).accepted(false);
        assertThat(read.pictures())
                .extracting(picture -> picture.picture().getFileName().toString())
                .containsExactly("a.png", "b.png");
        assertThat(read.pictures().getFirst().boxes()).isEqualTo(BOXES);
        assertThat(read.pictures().getLast().boxes()).isEmpty();
        assertThat(read.kinds()).containsExactly("dent", "scratch");
    }

    @Test
    void brokenXmlIsToldByFileAndLineAndItsPictureLeftOut() throws IOException {
        DrawnFolder.text(
                folder.resolve("Annotations/a.xml"),
                voc(object("scratch", 5, 7, 14, 26), object("dent", 9, 9, 4, 20), object("dent", 1, "one", 4, 20)));
        DrawnFolder.text(folder.resolve("Annotations/b.xml"), voc(object("dent", 1, 1, 50, 20)) + "<torn");
        DrawnFolder.text(folder.resolve("Annotations/gone.xml"), voc());
        var read = read(Layout.VOC);
        assertThat(read.pictures()).isEmpty();
        assertThat(read.brokenText())
                .contains("a.xml:4: a box from 8,8 to 4,20; its right and bottom have to lie beyond left and top")
                .contains("a.xml:5: ymin is 'one'; give a number of pixels")
                .contains("b.xml:4: no well-formed XML")
                .contains("gone.xml:1: there is no picture 'gone'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read.accepted(false))
                .withMessageContaining("--skip-broken");
    }

    /** A label file from elsewhere must not make Millwright read this machine's files, nor unfold without end. */
    @Test
    void entitiesOfXmlAreNotFollowed() throws IOException {
        var secret = DrawnFolder.text(folder.resolve("secret.txt"), "scratch");
        DrawnFolder.text(
                folder.resolve("Annotations/a.xml"),
                "<!DOCTYPE annotation [<!ENTITY x SYSTEM \"%s\">]>\n".formatted(secret.toUri())
                        + voc(object("&x;", 5, 7, 14, 26)));
        var read = read(Layout.VOC);
        assertThat(read.kinds()).isEmpty();
        assertThat(read.broken()).isNotEmpty();
    }

    private static String coco(String annotations) {
        return """
                {"info": {"year": [2026]},
                 "images": [
                  {"id": 1, "file_name": "a.png", "width": 40, "height": 40},
                  {"id": 2, "file_name": "b.png", "width": 40, "height": 40}],
                 "categories": [{"id": 7, "name": "scratch"}, {"id": 9, "name": "dent"}],
                 "annotations": [
                %s]}
                """.formatted(annotations);
    }

    @Test
    void cocosJsonIsRead() throws IOException {
        DrawnFolder.text(folder.resolve("annotations/instances_train.json"), coco("""
                  {"image_id": 1, "category_id": 7, "bbox": [4, 6, 10, 20]},
                  {"image_id": 1, "category_id": 9, "bbox": [0, 0, 40, 20.2]}"""));
        var read = read(Layout.COCO).accepted(false);
        assertThat(read.pictures().getFirst().boxes()).isEqualTo(BOXES);
        assertThat(read.boxes()).isEqualTo(2);
    }

    @Test
    void brokenJsonIsToldByLineAndOtherPicturesStay() throws IOException {
        DrawnFolder.text(folder.resolve("labels.json"), coco("""
                  {"image_id": 1, "category_id": 8, "bbox": [4, 6, 10, 20]},
                  {"image_id": 3, "category_id": 7, "bbox": [4, 6, 10, 20]},
                  {"image_id": 1, "category_id": 7, "bbox": [4, 6, 10]},
                  {"image_id": 2, "category_id": 7, "bbox": [4, 6, 10, 20]}"""));
        var read = read(Layout.COCO);
        assertThat(read.broken()).extracting(BrokenLabel::line).containsExactly(7, 8, 9);
        assertThat(read.brokenText())
                .contains("category_id 8 is no category's id", "image_id 3 is no picture's id", "bbox is [4,6,10]");
        assertThat(read.accepted(true).pictures())
                .extracting(picture -> picture.picture().getFileName().toString())
                .containsExactly("b.png");
    }

    @Test
    void picturesOutsideOfTheFolderAreNotRead() throws IOException {
        var inner = folder.resolve("set");
        DrawnFolder.text(inner.resolve("labels.json"), coco("").replace("a.png", "../images/a.png"));
        assertThat(Layout.COCO.boxes(inner).brokenText()).contains("there is no picture '../images/a.png'");
    }

    @Test
    void yolosSharesAndOutlinesAreRead() throws IOException {
        DrawnFolder.text(folder.resolve("data.yaml"), "nc: 2\nnames: {0: scratch, 1: dent}\n");
        DrawnFolder.text(folder.resolve("labels/a.txt"), "0 0.225 0.4 0.25 0.5\n1 0 0 1 0 1 0.5 0 0.5\n");
        var read = read(Layout.YOLO).accepted(false);
        assertThat(read.pictures().getFirst().boxes()).isEqualTo(BOXES);
        assertThat(read.pictures())
                .as("one without a file of labels shows nothing")
                .hasSize(2);
    }

    @Test
    void brokenSharesAreToldByLine() throws IOException {
        DrawnFolder.text(folder.resolve("classes.txt"), "scratch\ndent\n");
        DrawnFolder.text(
                folder.resolve("labels/a.txt"),
                "0 0.2 0.4 0.25\n2 0.2 0.4 0.2 0.2\n\n1 0.2 x 0.2 0.2\n1 20 40 10 10\n");
        DrawnFolder.text(folder.resolve("labels/gone.txt"), "");
        var read = read(Layout.YOLO);
        assertThat(read.broken()).extracting(BrokenLabel::line).containsExactly(1, 2, 4, 5, 1);
        assertThat(read.brokenText())
                .contains("'0 0.2 0.4 0.25'; write a number of a kind")
                .contains("'2' is no kind's number; the set names {0=scratch, 1=dent}")
                .contains("holds what is no number")
                .contains("'20' is no share of the picture")
                .contains("there is no picture 'gone'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read.accepted(true))
                .withMessageContaining("None of 1 pictures has a box");
    }

    @Test
    void namesThatAreNoneAreRefused() throws IOException {
        DrawnFolder.text(folder.resolve("labels/a.txt"), "0 0.2 0.4 0.2 0.2");
        var names = DrawnFolder.text(folder.resolve("data.yaml"), "names: [");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(Layout.YOLO))
                .withMessageContaining("is no such YAML");
        Files.writeString(names, "train: images\n");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(Layout.YOLO))
                .withMessageContaining("names no kinds");
    }
}
