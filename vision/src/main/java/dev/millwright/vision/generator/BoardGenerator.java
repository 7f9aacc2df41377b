package dev.millwright.vision.generator;

import dev.millwright.vision.Defect;
import dev.millwright.vision.DefectType;
import dev.millwright.vision.image.Box;
import dev.millwright.vision.image.Offset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Draws boards and spoils them: the same seed and defects give the same board, bit for bit. */
public final class BoardGenerator {
    private static final DefectType[] TYPES = DefectType.values();

    private final BoardSettings settings;

    public BoardGenerator(BoardSettings settings) {
        this.settings = settings;
    }

    /** A board with so many defects of random types. */
    public Board generate(long seed, int defects) {
        if (defects < 0) {
            throw new IllegalArgumentException("defects " + defects + "\nAsk for 0 or more.");
        }
        var random = new SplittableRandom(seed);
        var types = new ArrayList<DefectType>();
        for (int i = 0; i < defects; i++) {
            types.add(TYPES[random.nextInt(TYPES.length)]);
        }
        return generate(seed, types);
    }

    /** A board with these defects; where the artwork has no room for a type, another one takes its place. */
    public Board generate(long seed, List<DefectType> types) {
        var streams = new SplittableRandom(seed);
        var artwork = artwork(streams.split());
        var damage = new Damage(streams.split(), artwork);
        types.forEach(type -> spoil(damage, type, types.size()));
        var camera = streams.split();
        double roughnessPx = settings.roughnessPx() * camera.nextDouble();
        var offset = new Offset(shift(camera), shift(camera));
        // Under a scanner boards are laid by hand.
        var skew = settings.roughnessPx() > 0 ? Skew.any(camera) : Skew.NONE;
        return new Board(
                seed,
                Camera.shoot(artwork, Offset.NONE, Skew.NONE, 0, roughnessPx, camera),
                Camera.shoot(damage.board(), offset, skew, settings.noise(), roughnessPx, camera),
                damage.defects().stream()
                        .map(defect -> seen(defect, offset, skew))
                        .toList(),
                offset);
    }

    /** A sharp camera sees the lanes of the plant's own boards; a scanner sees boards of all scales, and some of those. */
    private Copper artwork(RandomGenerator random) {
        return settings.roughnessPx() > 0 && random.nextInt(4) > 0
                ? Routing.draw(random, settings.widthPx(), settings.heightPx())
                : Artwork.draw(random, settings.widthPx(), settings.heightPx());
    }

    private void spoil(Damage damage, DefectType wanted, int asked) {
        if (damage.add(wanted)) {
            return;
        }
        for (var other : TYPES) {
            if (damage.add(other)) {
                return;
            }
        }
        throw new IllegalArgumentException("no room for " + asked + " defects on " + settings.widthPx() + " x "
                + settings.heightPx() + " pixels\nAsk for fewer, or for a larger board.");
    }

    private int shift(RandomGenerator random) {
        int most = settings.misregistrationPx();
        return random.nextInt(-most, most + 1);
    }

    /** Where the camera sees a defect, with the margin people leave around one. */
    private Defect seen(Defect defect, Offset offset, Skew skew) {
        var box = defect.box();
        int across = offset.x() + skew.across((box.top() + box.bottom() - settings.heightPx()) / 2);
        int down = offset.y() + skew.down((box.left() + box.right() - settings.widthPx()) / 2);
        var moved = new Box(box.left() + across, box.top() + down, box.right() + across, box.bottom() + down);
        return new Defect(defect.type(), moved.grown(settings.marginPx(), settings.widthPx(), settings.heightPx()));
    }
}
