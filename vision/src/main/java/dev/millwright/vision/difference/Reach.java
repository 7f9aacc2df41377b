package dev.millwright.vision.difference;

/** How far a blob reaches from the nearest edge of the template: jitter stays close to one, defects do not. */
public final class Reach {
    static final int MOST = 8;

    private Reach() {}

    /** The distance of the blob's remotest pixel from copper, or from bare board if copper is missing; 1 to MOST. */
    public static int of(Blob blob, BitMask template) {
        var rest = blob.mask(MOST);
        var copper = template.window(blob.box.left() - MOST, blob.box.top() - MOST, rest.width, rest.height);
        var ground = blob.extra ? copper.complement() : copper;
        int reach = 1;
        while (reach < MOST) {
            ground = ground.eroded();
            if (ground.and(rest).count() == 0) {
                break;
            }
            reach++;
        }
        return reach;
    }
}
