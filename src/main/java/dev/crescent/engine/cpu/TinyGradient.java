package dev.crescent.engine.cpu;

import static dev.crescent.engine.cpu.Panels.LANES;
import static dev.crescent.engine.cpu.Panels.SAMPLES;
import static dev.crescent.engine.cpu.Panels.SPECIES;
import static dev.crescent.engine.cpu.Panels.WIDE;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;

/// The gradient by all parameters of a network that has few of them, from a single panel: products of rows as they lie,
/// each sample in a lane of its own, and then the lanes of all products are added up together. With so few, turning what
/// comes into a layer for a matrix kernel would be most of the work.
///
/// Two vectors fold into one that has the first one's sums of two lanes each in one half of it and the second one's in the
/// other; then two of those likewise, in quarters; until each lane has a sum of its own. The upper half is always added to
/// the lower one, so that the bits are the same with vectors of any length.
final class TinyGradient {
    /// Products that fold into one vector at once.
    private static final int QUAD = 4;
    /// Lanes that a product still has then, and such vectors that fold into one.
    private static final int LEFT = LANES / QUAD;
    private static final VectorMask<Float> ODD_HALF = Lanes.odd(LANES / 2);
    private static final VectorMask<Float> ODD_QUARTER = Lanes.odd(LANES / 4);
    private static final VectorShuffle<Float> BY_HALF = Lanes.swapped(LANES / 2);
    private static final VectorShuffle<Float> BY_QUARTER = Lanes.swapped(LANES / 4);
    private static final VectorMask<Float> ODD_2 = Lanes.odd(2);
    private static final VectorMask<Float> ODD_1 = Lanes.odd(1);
    private static final VectorShuffle<Float> BY_2 = Lanes.swapped(2);
    private static final VectorShuffle<Float> BY_1 = Lanes.swapped(1);

    // [products][value, delta]: where the two rows begin, in the order in which products are folded; behind the last
    // parameter's any rows
    private final int[] factors;
    // [products][LANES]; empty where they are folded at once
    private final float[] products;
    // [quads][LANES]
    private final float[] quarters;

    /// @param valueRows of each parameter, where the row begins that comes in by it
    /// @param deltaRows of each parameter, where the row begins that has the gradient by what goes out
    TinyGradient(int[] valueRows, int[] deltaRows) {
        this(valueRows, deltaRows, WIDE);
    }

    /// @param atOnce whether products are folded as soon as they are made; no where a row is several vectors, which would be
    ///     more than C2 keeps in registers
    TinyGradient(int[] valueRows, int[] deltaRows, boolean atOnce) {
        int count = Math.ceilDiv(valueRows.length, LANES) * LANES;
        this.factors = new int[2 * count];
        for (int i = 0; i < valueRows.length; i++) {
            factors[2 * place(i)] = valueRows[i];
            factors[2 * place(i) + 1] = deltaRows[i];
        }
        this.products = new float[atOnce && WIDE ? 0 : count * LANES];
        this.quarters = new float[count / QUAD * LANES];
    }

    /// When a parameter's product is folded, so that the sums come out in the order of the parameters.
    private static int place(int parameter) {
        int quad = parameter / LANES * LEFT + parameter % LEFT;
        return quad * QUAD + parameter % LANES / LEFT;
    }

    /// Sets the gradient, and what is left of a vector behind it to nothing in particular.
    ///
    /// @param values rows of sixteen samples
    /// @param deltas rows of sixteen samples
    /// @param live how many samples there are; the others' lanes may hold anything, no numbers too
    void sum(float[] values, float[] deltas, int live, float[] gradient) {
        if (products.length == 0) {
            multiplyAndFold(values, deltas, live);
        } else {
            multiply(values, deltas, live);
            fold(products, quarters);
        }
        foldRest(gradient);
    }

    private void multiplyAndFold(float[] values, float[] deltas, int live) {
        VectorMask<Float> dead = SPECIES.indexInRange(0, live).not();
        for (int to = 0; to < quarters.length; to += LANES) {
            int f = to / LANES * 2 * QUAD;
            FloatVector a = FloatVector.fromArray(SPECIES, values, factors[f])
                    .mul(FloatVector.fromArray(SPECIES, deltas, factors[f + 1])).blend(0f, dead);
            FloatVector b = FloatVector.fromArray(SPECIES, values, factors[f + 2])
                    .mul(FloatVector.fromArray(SPECIES, deltas, factors[f + 3])).blend(0f, dead);
            FloatVector c = FloatVector.fromArray(SPECIES, values, factors[f + 4])
                    .mul(FloatVector.fromArray(SPECIES, deltas, factors[f + 5])).blend(0f, dead);
            FloatVector d = FloatVector.fromArray(SPECIES, values, factors[f + 6])
                    .mul(FloatVector.fromArray(SPECIES, deltas, factors[f + 7])).blend(0f, dead);
            FloatVector ac = a.blend(c.rearrange(BY_HALF), ODD_HALF).add(a.rearrange(BY_HALF).blend(c, ODD_HALF));
            FloatVector bd = b.blend(d.rearrange(BY_HALF), ODD_HALF).add(b.rearrange(BY_HALF).blend(d, ODD_HALF));
            ac.blend(bd.rearrange(BY_QUARTER), ODD_QUARTER).add(ac.rearrange(BY_QUARTER).blend(bd, ODD_QUARTER))
                    .intoArray(quarters, to);
        }
    }

    /// The products of rows, folded into one vector each: of two vectors, or of four, the upper ones first.
    private void multiply(float[] values, float[] deltas, int live) {
        VectorMask<Float> dead = dead(0, live);
        for (int to = 0; to < products.length; to += LANES) {
            int x = factors[to / LANES * 2];
            int d = factors[to / LANES * 2 + 1];
            FloatVector sum = product(values, x, deltas, d).blend(0f, dead);
            if (LANES == SAMPLES / 4) {
                FloatVector second = product(values, x + LANES, deltas, d + LANES).blend(0f, dead(LANES, live));
                FloatVector third = product(values, x + 2 * LANES, deltas, d + 2 * LANES).blend(0f, dead(2 * LANES, live));
                FloatVector fourth = product(values, x + 3 * LANES, deltas, d + 3 * LANES).blend(0f, dead(3 * LANES, live));
                sum = sum.add(third).add(second.add(fourth));
            } else if (LANES == SAMPLES / 2) {
                sum = sum.add(product(values, x + LANES, deltas, d + LANES).blend(0f, dead(LANES, live)));
            }
            sum.intoArray(products, to);
        }
    }

    private static FloatVector product(float[] values, int x, float[] deltas, int d) {
        return FloatVector.fromArray(SPECIES, values, x).mul(FloatVector.fromArray(SPECIES, deltas, d));
    }

    private static VectorMask<Float> dead(int lane, int live) {
        return SPECIES.indexInRange(lane, live).not();
    }

    private static void fold(float[] from, float[] to) {
        for (int at = 0; at < from.length; at += QUAD * LANES) {
            FloatVector a = FloatVector.fromArray(SPECIES, from, at);
            FloatVector b = FloatVector.fromArray(SPECIES, from, at + LANES);
            FloatVector c = FloatVector.fromArray(SPECIES, from, at + 2 * LANES);
            FloatVector d = FloatVector.fromArray(SPECIES, from, at + 3 * LANES);
            FloatVector ac = a.blend(c.rearrange(BY_HALF), ODD_HALF).add(a.rearrange(BY_HALF).blend(c, ODD_HALF));
            FloatVector bd = b.blend(d.rearrange(BY_HALF), ODD_HALF).add(b.rearrange(BY_HALF).blend(d, ODD_HALF));
            ac.blend(bd.rearrange(BY_QUARTER), ODD_QUARTER).add(ac.rearrange(BY_QUARTER).blend(bd, ODD_QUARTER))
                    .intoArray(to, at / QUAD);
        }
    }

    /// Folds what is left of each product.
    private void foldRest(float[] to) {
        if (LEFT == 4) {
            foldFours(quarters, to);
        } else if (LEFT == 2) {
            foldPairs(quarters, to);
        } else {
            System.arraycopy(quarters, 0, to, 0, quarters.length);
        }
    }

    private static void foldFours(float[] from, float[] to) {
        for (int at = 0; at < from.length; at += 4 * LANES) {
            FloatVector a = FloatVector.fromArray(SPECIES, from, at);
            FloatVector b = FloatVector.fromArray(SPECIES, from, at + LANES);
            FloatVector c = FloatVector.fromArray(SPECIES, from, at + 2 * LANES);
            FloatVector d = FloatVector.fromArray(SPECIES, from, at + 3 * LANES);
            FloatVector ac = a.blend(c.rearrange(BY_2), ODD_2).add(a.rearrange(BY_2).blend(c, ODD_2));
            FloatVector bd = b.blend(d.rearrange(BY_2), ODD_2).add(b.rearrange(BY_2).blend(d, ODD_2));
            ac.blend(bd.rearrange(BY_1), ODD_1).add(ac.rearrange(BY_1).blend(bd, ODD_1)).intoArray(to, at / 4);
        }
    }

    private static void foldPairs(float[] from, float[] to) {
        for (int at = 0; at < from.length; at += 2 * LANES) {
            FloatVector a = FloatVector.fromArray(SPECIES, from, at);
            FloatVector b = FloatVector.fromArray(SPECIES, from, at + LANES);
            a.blend(b.rearrange(BY_1), ODD_1).add(a.rearrange(BY_1).blend(b, ODD_1)).intoArray(to, at / 2);
        }
    }
}
