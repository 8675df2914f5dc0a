package dev.crescent.insight.image;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// An image with pixels that were inked or erased, each at most once, and any of them taken back. A pixel is changed in
/// all channels.
final class Redrawing {
    /// What happens to a pixel.
    enum Change { ADD, ERASE }

    /// Paler pixels are paper: the soft border of a stroke must not draw the pen away from it.
    private static final float INK = 0.25f;

    private final ImageShape shape;
    private final float[] original;
    private final float[] image;
    private final @Nullable Change[] changes; // [pixels], null where there is none
    private int count;

    Redrawing(ImageShape shape, float[] original) {
        this.shape = shape;
        this.original = original;
        this.image = original.clone();
        this.changes = new Change[shape.pixels()];
    }

    /// The image with all changes; not to be changed.
    float[] image() {
        return image;
    }

    /// What a number of the image was.
    float original(int at) {
        return original[at];
    }

    int changed() {
        return count;
    }

    boolean isChanged(int pixel) {
        return changes[pixel] != null;
    }

    /// The pixels that are changed, in order.
    int[] pixels() {
        return IntStream.range(0, changes.length).filter(this::isChanged).toArray();
    }

    List<Pixel> pixels(Change change) {
        List<Pixel> pixels = new ArrayList<>();
        for (int pixel = 0; pixel < changes.length; pixel++) {
            if (changes[pixel] == change) {
                pixels.add(new Pixel(pixel / shape.columns(), pixel % shape.columns()));
            }
        }
        return pixels;
    }

    /// What a changed pixel is in all channels.
    static float value(Change change) {
        return change == Change.ADD ? 1 : 0;
    }

    void change(int pixel, Change change) {
        for (int i = pixel; i < image.length; i += changes.length) {
            image[i] = value(change);
        }
        changes[pixel] = change;
        count++;
    }

    void takeBack(int pixel) {
        for (int i = pixel; i < image.length; i += changes.length) {
            image[i] = original[i];
        }
        changes[pixel] = null;
        count--;
    }

    /// Whether ink, as it was or as it was added, lies there or beside it, corners count.
    boolean nearInk(int pixel) {
        return near(pixel, this::inked);
    }

    /// Whether the same was done beside it.
    boolean goesOn(int pixel, Change change) {
        return near(pixel, at -> changes[at] == change);
    }

    private boolean inked(int pixel) {
        for (int i = pixel; i < image.length; i += changes.length) {
            if (image[i] >= INK) {
                return true;
            }
        }
        return false;
    }

    private boolean near(int pixel, IntPredicate there) {
        int row = pixel / shape.columns();
        int column = pixel % shape.columns();
        for (int r = Math.max(0, row - 1); r <= Math.min(row + 1, shape.rows() - 1); r++) {
            for (int c = Math.max(0, column - 1); c <= Math.min(column + 1, shape.columns() - 1); c++) {
                if (there.test(r * shape.columns() + c)) {
                    return true;
                }
            }
        }
        return false;
    }
}
