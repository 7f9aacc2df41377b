package dev.millwright.app;

import dev.millwright.simulation.BoardPainter;
import dev.millwright.vision.DefectType;
import dev.millwright.vision.MarkedImage;
import dev.millwright.vision.generator.BoardGenerator;
import dev.millwright.vision.generator.BoardSettings;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The virtual plant's camera: procedurally drawn boards with the defects it asks for. */
final class BoardCamera implements BoardPainter {

    private static final double NOISE = 4;

    private final BoardGenerator boards;

    BoardCamera() {
        var small = BoardSettings.small();
        boards = new BoardGenerator(new BoardSettings(
                small.widthPx(),
                small.heightPx(),
                small.misregistrationPx(),
                NOISE,
                small.roughnessPx(),
                small.marginPx()));
    }

    @Override
    public Painted paint(long seed, List<String> defectTypes) {
        var board = boards.generate(
                seed, defectTypes.stream().map(BoardCamera::type).toList());
        return new Painted(MarkedImage.png(board.image()), MarkedImage.png(board.template()));
    }

    private static DefectType type(String name) {
        return Arrays.stream(DefectType.values())
                .filter(type -> type.name().equals(name.toUpperCase(Locale.ROOT))
                        || type.label().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "'%s' is no defect of a board.\nKnown are %s.".formatted(name, List.of(DefectType.values()))));
    }
}
