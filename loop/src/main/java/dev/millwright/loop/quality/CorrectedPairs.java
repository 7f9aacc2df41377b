package dev.millwright.loop.quality;

import dev.millwright.plant.KnownDefect;
import dev.millwright.plant.event.Fact.PartInspected;
import dev.millwright.vision.DefectType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Inspections that compared with a template, in the layout of DeepPCB: {@code I-12_test.png}, {@code I-12_temp.png}, and
 * {@code I-12.txt} with a line {@code left top right bottom type} for each defect.
 */
record CorrectedPairs(Path folder) implements CorrectedPictures {

    /** DeepPCB's numbers of types, from 1 in this order; other types stand by their name. */
    private static final List<String> NUMBERED = Stream.of(
                    DefectType.OPEN,
                    DefectType.SHORT,
                    DefectType.MOUSEBITE,
                    DefectType.SPUR,
                    DefectType.COPPER,
                    DefectType.PINHOLE)
            .map(DefectType::label)
            .toList();

    @Override
    public boolean takes(PartInspected fact) {
        return fact.template() != null;
    }

    @Override
    public boolean has(PartInspected fact) {
        return Files.exists(folder.resolve(fact.inspection() + "_test.png"))
                || Files.exists(folder.resolve(fact.inspection() + "_test.jpg"));
    }

    @Override
    public boolean keep(PartInspected fact, PictureShelf shelf) {
        byte[] picture = shelf.find(fact.picture());
        byte[] template = shelf.find(fact.template());
        if (picture == null || template == null) {
            return false;
        }
        write(fact.inspection() + "_test." + PictureShelf.extension(picture), picture);
        write(fact.inspection() + "_temp." + PictureShelf.extension(template), template);
        return true;
    }

    @Override
    public void annotate(PartInspected fact, List<KnownDefect> defects) {
        var lines = new StringBuilder();
        for (var defect : defects) {
            var box = defect.box();
            lines.append("%d %d %d %d %s\n"
                    .formatted(box.x(), box.y(), box.x() + box.width(), box.y() + box.height(), number(defect.type())));
        }
        write(fact.inspection() + ".txt", lines.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String number(String type) {
        int place = NUMBERED.indexOf(type);
        return place < 0 ? type.replace(' ', '-') : Integer.toString(place + 1);
    }

    private void write(String name, byte[] bytes) {
        DurableFile.write(folder.resolve(name), bytes);
    }
}
