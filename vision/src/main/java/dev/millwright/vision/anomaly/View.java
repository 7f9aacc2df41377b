package dev.millwright.vision.anomaly;

import dev.millwright.vision.image.ColourFrame;
import dev.millwright.vision.image.Frame;
import dev.millwright.vision.image.Scaling;

/**
 * What a network is shown of an image: a window, turned and scaled.
 *
 * @param width of the picture the network sees
 * @param height of the picture the network sees
 * @param middleX of the window in the image, pixels from its left edge
 * @param middleY of the window in the image, pixels from its top edge
 * @param rightX pixels of the image to the right from one pixel of the picture to the next in a row
 * @param rightY pixels of the image downwards from one pixel of the picture to the next in a row
 * @param downX pixels of the image to the right from one row of the picture to the next
 * @param downY pixels of the image downwards from one row of the picture to the next
 */
record View(
        int width,
        int height,
        double middleX,
        double middleY,
        double rightX,
        double rightY,
        double downX,
        double downY) {
    private static final double MOST_STEP = 1.5;

    /** The whole image, stretched. */
    static View whole(Frame image, int width, int height) {
        return new View(
                width,
                height,
                image.width() / 2.0,
                image.height() / 2.0,
                (double) image.width() / width,
                0,
                0,
                (double) image.height() / height);
    }

    /** A window as wide as it is high for each pixel, whose rows run along this step. */
    static View turned(int width, int height, double middleX, double middleY, double stepX, double stepY) {
        return new View(width, height, middleX, middleY, stepX, stepY, -stepY, stepX);
    }

    /** The picture's red, green and blue plane, 0 to 1, between the four nearest pixels of the image. */
    float[] planes(ColourFrame image) {
        double right = Math.hypot(rightX, rightY);
        double down = Math.hypot(downX, downY);
        if (right > MOST_STEP || down > MOST_STEP) {
            int smallWidth = (int) Math.max(1, Math.round(image.width() / Math.max(1, right)));
            int smallHeight = (int) Math.max(1, Math.round(image.height() / Math.max(1, down)));
            return shrunk((double) smallWidth / image.width(), (double) smallHeight / image.height())
                    .planes(scaled(image, smallWidth, smallHeight));
        }
        var planes = new float[3 * width * height];
        plane(image.red(), planes, 0);
        if (image.green().equals(image.red()) && image.blue().equals(image.red())) {
            System.arraycopy(planes, 0, planes, width * height, width * height);
            System.arraycopy(planes, 0, planes, 2 * width * height, width * height);
        } else {
            plane(image.green(), planes, width * height);
            plane(image.blue(), planes, 2 * width * height);
        }
        return planes;
    }

    /** The same window in an image that was made smaller. */
    private View shrunk(double across, double down) {
        return new View(
                width,
                height,
                middleX * across,
                middleY * down,
                rightX * across,
                rightY * down,
                downX * across,
                downY * down);
    }

    private static ColourFrame scaled(ColourFrame image, int width, int height) {
        var red = Scaling.to(image.red(), width, height);
        return image.green().equals(image.red()) && image.blue().equals(image.red())
                ? ColourFrame.of(red)
                : new ColourFrame(
                        red, Scaling.to(image.green(), width, height), Scaling.to(image.blue(), width, height));
    }

    private void plane(Frame frame, float[] planes, int at) {
        var pixels = frame.pixels();
        int right = frame.width() - 1;
        int bottom = frame.height() - 1;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double u = x + 0.5 - width / 2.0;
                double v = y + 0.5 - height / 2.0;
                double px = Math.clamp(middleX + u * rightX + v * downX - 0.5, 0, right);
                double py = Math.clamp(middleY + u * rightY + v * downY - 0.5, 0, bottom);
                int left = (int) px;
                int top = (int) py;
                int above = top * frame.width() + left;
                int aside = left < right ? 1 : 0;
                int below = above + (top < bottom ? frame.width() : 0);
                float across = (float) (px - left);
                float down = (float) (py - top);
                float upper = (1 - across) * (pixels[above] & 0xff) + across * (pixels[above + aside] & 0xff);
                float lower = (1 - across) * (pixels[below] & 0xff) + across * (pixels[below + aside] & 0xff);
                planes[at + y * width + x] = ((1 - down) * upper + down * lower) / 255;
            }
        }
    }

    /** A map over the picture laid back over the image; what the window does not show gets the map's least value. */
    AnomalyMap onto(AnomalyMap map, int imageWidth, int imageHeight) {
        double area = rightX * downY - rightY * downX;
        double scaleX = (double) map.width() / width / area;
        double scaleY = (double) map.height() / height / area;
        float least = map.least();
        var values = new float[imageWidth * imageHeight];
        for (int y = 0; y < imageHeight; y++) {
            for (int x = 0; x < imageWidth; x++) {
                double dx = x + 0.5 - middleX;
                double dy = y + 0.5 - middleY;
                double u = (dx * downY - dy * downX) * scaleX + map.width() / 2.0;
                double v = (dy * rightX - dx * rightY) * scaleY + map.height() / 2.0;
                boolean inside = u >= 0 && v >= 0 && u <= map.width() && v <= map.height();
                values[y * imageWidth + x] = inside ? map.between(u - 0.5, v - 0.5) : least;
            }
        }
        return new AnomalyMap(imageWidth, imageHeight, values);
    }
}
