package dev.millwright.vision.anomaly;

import dev.millwright.vision.image.ColourFrame;
import dev.millwright.vision.image.Frame;

/** Tells by a memory of good patches. */
record Recall(Backbone network, Memory memory) implements Look {
    @Override
    public int patches() {
        return memory.bank().size();
    }

    @Override
    public View view(Frame image) {
        return memory.framing().view(image);
    }

    @Override
    public AnomalyMap placed(ColourFrame image, View view) {
        return memory.placed(network, image, view);
    }
}
