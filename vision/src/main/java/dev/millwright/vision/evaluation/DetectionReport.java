package dev.millwright.vision.evaluation;

import dev.millwright.vision.Defect;
import dev.millwright.vision.Finding;
import java.util.ArrayList;
import java.util.List;

/** All findings on boards whose defects are known, however unsure, and the figures that they give. */
public final class DetectionReport {
    /** The overlap that mAP is mostly asked for at. */
    private static final double HALF = 0.5;

    private static final int THRESHOLDS = 200;

    private record Board(List<Finding> findings, List<Defect> defects) {}

    private final List<Board> boards = new ArrayList<>();

    /** Adds a board; the findings come the surest first. */
    public void add(List<Finding> findings, List<Defect> defects) {
        boards.add(new Board(List.copyOf(findings), List.copyOf(defects)));
    }

    /** Mean average precision at the overlap of DeepPCB's protocol. */
    public double map() {
        return precision(DetectionScore.IOU).mean();
    }

    /** Mean average precision at an overlap of one half. */
    public double map50() {
        return precision(HALF).mean();
    }

    /** Average precision by type, at an overlap of more than that. */
    public AveragePrecision precision(double iou) {
        var precision = new AveragePrecision(iou);
        boards.forEach(board -> precision.add(board.findings(), board.defects()));
        return precision;
    }

    /** The score of the findings that are at least so sure. */
    public DetectionScore at(double threshold) {
        var tally = new DetectionScore.Tally();
        boards.forEach(board -> tally.add(
                board.findings().stream()
                        .filter(finding -> finding.score() >= threshold)
                        .toList(),
                board.defects()));
        return tally.score();
    }

    /** The threshold with the highest F by box and type; to be used on other boards than these. */
    public double bestThreshold() {
        double best = HALF;
        double most = -1;
        for (int i = 1; i < THRESHOLDS; i++) {
            double threshold = i / (double) THRESHOLDS;
            double f = at(threshold).fTyped();
            if (f > most) {
                most = f;
                best = threshold;
            }
        }
        return best;
    }

    /**
     * The share of boards that would be rejected though sound, when this share of the boards with a defect has to be: at the highest
     * threshold that leaves them a finding, how many boards have a finding that touches no known defect. What lies apart from all
     * defects is the picture of a sound board, with the jitter of a real camera.
     *
     * @param recall above 0, up to 1
     */
    public double falseRejectAtRecall(double recall) {
        var bad = boards.stream()
                .filter(board -> !board.defects().isEmpty())
                .mapToDouble(board -> highest(board, true, 0))
                .toArray();
        var good = boards.stream()
                .mapToDouble(board -> highest(board, false, Double.NEGATIVE_INFINITY))
                .toArray();
        return bad.length == 0 ? 0 : FalseRejects.at(recall, good, bad);
    }

    private static double highest(Board board, boolean touching, double none) {
        return board.findings().stream()
                .filter(finding -> touchesAny(finding, board) == touching)
                .mapToDouble(Finding::score)
                .max()
                .orElse(none);
    }

    private static boolean touchesAny(Finding finding, Board board) {
        return board.defects().stream().anyMatch(defect -> finding.box().iou(defect.box()) > 0);
    }
}
