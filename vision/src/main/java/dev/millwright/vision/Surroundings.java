package dev.millwright.vision;

import dev.millwright.vision.difference.BitMask;
import dev.millwright.vision.difference.Blob;
import dev.millwright.vision.difference.Components;

/**
 * What touches a blob: the arcs of copper and of bare board along a ring around it. Missing copper is extra bare
 * board, so that three numbers name all six defects.
 *
 * @param copperArcs pieces of copper along the ring
 * @param boardArcs pieces of bare board along the ring
 * @param copperShare the fraction of the ring that is copper
 */
record Surroundings(int copperArcs, int boardArcs, double copperShare) {
    private static final int MARGIN = 5;

    /** Looks at the copper that the template and the image have around a blob. */
    static Surroundings of(Blob blob, BitMask image, BitMask template, InspectorSettings settings) {
        var mask = blob.mask(MARGIN);
        int left = blob.box.left() - MARGIN;
        int top = blob.box.top() - MARGIN;
        var seen = (blob.extra ? template : image).window(left, top, mask.width, mask.height);
        var inside = new BitMask(mask.width, mask.height);
        inside.fill(
                Math.max(0, -left),
                Math.max(0, -top),
                Math.min(mask.width, image.width - left),
                Math.min(mask.height, image.height - top));
        var near = mask;
        for (int i = 0; i < settings.ringDistancePx(); i++) {
            near = near.dilated();
        }
        var ring = near.dilated().andNot(near).and(inside);
        var copper = ring.and(seen);
        var board = ring.andNot(seen);
        return new Surroundings(
                Components.of(copper, true, settings.leastArcPx()).size(),
                Components.of(board, true, settings.leastArcPx()).size(),
                copper.count() / (double) Math.max(1, ring.count()));
    }

    /** The defect that these surroundings make of extra or missing material. */
    DefectType type(boolean extra) {
        if (extra) {
            return copperArcs == 0 ? DefectType.COPPER : copperArcs == 1 ? DefectType.SPUR : DefectType.SHORT;
        }
        return boardArcs == 0 ? DefectType.PINHOLE : boardArcs == 1 ? DefectType.MOUSEBITE : DefectType.OPEN;
    }

    /** What speaks for a difference of this area being of that type. */
    String reason(DefectType type, int area) {
        return switch (type) {
            case OPEN -> area + " px of copper are missing across a trace; its ends no longer meet";
            case SHORT ->
                copperArcs > 1
                        ? area + " px of extra copper touch " + copperArcs + " pieces of copper that lay apart"
                        : area + " px of extra copper join copper that lay apart";
            case MOUSEBITE -> area + " px of copper are bitten out of an edge";
            case SPUR -> area + " px of extra copper stick out of an edge";
            case COPPER -> area + " px of copper lie alone on bare board";
            case PINHOLE -> area + " px of copper are missing inside a piece of copper";
        };
    }
}
