package dev.millwright.vision.image;

/** A rectangle in pixels: left and top inside, right and bottom just outside. */
public record Box(int left, int top, int right, int bottom) {
    public Box {
        if (right <= left || bottom <= top) {
            throw new IllegalArgumentException("box from " + left + "," + top + " to " + right + "," + bottom
                    + "\nRight and bottom have to lie beyond left and top.");
        }
    }

    public int width() {
        return right - left;
    }

    public int height() {
        return bottom - top;
    }

    public int area() {
        return width() * height();
    }

    /** Grown by a margin to all sides, cut at the edges of an image. */
    public Box grown(int margin, int imageWidth, int imageHeight) {
        return new Box(
                Math.max(0, left - margin),
                Math.max(0, top - margin),
                Math.min(imageWidth, right + margin),
                Math.min(imageHeight, bottom + margin));
    }

    /** The smallest box around both. */
    public Box union(Box other) {
        return new Box(
                Math.min(left, other.left),
                Math.min(top, other.top),
                Math.max(right, other.right),
                Math.max(bottom, other.bottom));
    }

    /** Pixels between both boxes along the axis that parts them most; 0 when they touch or overlap. */
    public int gap(Box other) {
        int across = Math.max(other.left - right, left - other.right);
        int down = Math.max(other.top - bottom, top - other.bottom);
        return Math.max(0, Math.max(across, down));
    }

    /** Moved right and down by an offset. */
    public Box moved(Offset offset) {
        return new Box(left + offset.x(), top + offset.y(), right + offset.x(), bottom + offset.y());
    }

    /** The pixels that both boxes hold. */
    public long common(Box other) {
        long across = (long) Math.min(right, other.right) - Math.max(left, other.left);
        long down = (long) Math.min(bottom, other.bottom) - Math.max(top, other.top);
        return Math.max(0, across) * Math.max(0, down);
    }

    /** Intersection over union, 0 for strangers and 1 for equals. */
    public double iou(Box other) {
        double common = common(other);
        return common / (area() + other.area() - common);
    }
}
