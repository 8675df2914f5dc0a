package dev.crescent.data.digits;

import java.util.SplittableRandom;

/// An endless row of handwritten digits, each drawn by strokes: a style's skeleton, moved by a [Hand], bent by [Bending],
/// inked by a [Pen] and centered as MNIST's digits are.
///
/// A digit follows from the seed, the part and its place alone: the same in any order, in any number and on every machine.
/// Of each ten in a row every class has one. Safe for use by several threads at once.
public final class SyntheticDigits {
    /// How many numbers a digit's image has.
    public static final int PIXELS = Centering.SIDE * Centering.SIDE;
    /// How many classes there are.
    public static final int CLASSES = 10;

    private final long labelKey;
    private final long drawKey;

    /// Rows of digits that have nothing in common, for the same seed.
    public enum Part {
        TRAINING, TEST
    }

    public SyntheticDigits(long seed, Part part) {
        SplittableRandom root = new SplittableRandom(seed);
        SplittableRandom stream = root.split();
        for (int i = 0; i < part.ordinal(); i++) {
            stream = root.split();
        }
        labelKey = stream.nextLong();
        drawKey = stream.nextLong();
    }

    /// Which digit it is, 0 to 9.
    ///
    /// @param place from 0 on
    public int label(long place) {
        // An own shuffle for every ten.
        SplittableRandom random = at(labelKey, place / CLASSES);
        int[] order = new int[CLASSES];
        for (int i = 0; i < CLASSES; i++) {
            int other = random.nextInt(i + 1);
            order[i] = order[other];
            order[other] = i;
        }
        return order[(int) (place % CLASSES)];
    }

    /// Draws a digit.
    ///
    /// @param place from 0 on
    /// @param into receives `[28][28]` whole numbers from 0 (paper) to 255 (ink), from `at` on, over zeros
    public void draw(long place, float[] into, int at) {
        int digit = label(place);
        SplittableRandom random = at(drawKey, place);
        draw(Styles.SHIPPED.pick(digit, random.nextDouble()), random, into, at);
    }

    /// Draws a digit in a style.
    static void draw(Style style, SplittableRandom random, float[] into, int at) {
        Trace trace = new Hand(random).write(style);
        new Bending(random).bend(trace);
        float[] ink = new Pen(style.digit(), trace, random).draw(trace);
        CenterOfMass.center(ink, Centering.SIDE, Centering.SIDE, into, at);
    }

    /// The random numbers of one place. Generators that start from neighboring numbers would draw the same ones shifted by
    /// one; a split of each mixes where it starts.
    private static SplittableRandom at(long key, long place) {
        return new SplittableRandom(key + place).split();
    }
}
