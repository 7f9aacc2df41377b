package dev.millwright.vision.anomaly;

import dev.millwright.inference.ModelRegistry;
import dev.millwright.inference.OnnxSession;
import dev.millwright.vision.image.ColourFrame;
import dev.millwright.vision.image.Frame;
import dev.millwright.vision.segmentation.Segmenter;

/**
 * A network that learned to mark defects which were drawn into good images. It is shown the whole image in greys, stretched to a
 * square; what it holds probable of a pixel is how unlike good ones that is.
 */
public final class Marker implements Network, Look {
    private final String sha256;
    private final OnnxSession session;
    private final Segmenter segmenter;
    private final int side;

    private Marker(String sha256, OnnxSession session, int side) {
        this.sha256 = sha256;
        this.session = session;
        this.side = side;
        segmenter = new Segmenter(session, side);
    }

    /**
     * Loads a network's file.
     *
     * @param side of the squares that it is shown, pixels
     * @throws IllegalArgumentException when it is no model
     */
    public static Marker open(byte[] onnx, int side) {
        return new Marker(ModelRegistry.sha256(onnx), OnnxSession.open(onnx), side);
    }

    @Override
    public String sha256() {
        return sha256;
    }

    /** Of the squares that it is shown, pixels. */
    public int side() {
        return side;
    }

    @Override
    public int patches() {
        return 0;
    }

    @Override
    public double most() {
        return 1;
    }

    @Override
    public Network network() {
        return this;
    }

    @Override
    public View view(Frame image) {
        return View.whole(image, side, side);
    }

    @Override
    public AnomalyMap placed(ColourFrame image, View view) {
        return new AnomalyMap(side, side, segmenter.square(image.grey()).probabilities());
    }

    @Override
    public void close() {
        session.close();
    }
}
