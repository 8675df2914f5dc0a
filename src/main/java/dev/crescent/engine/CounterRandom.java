package dev.crescent.engine;

import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;

/// Random numbers as a function of their place: the same place gives the same number on every engine, in any order.
///
/// `key(seed, step, layer)` mixes 64 bits from where a number is used; `bits(key, index)` is SplitMix64's output
/// (Steele, Lea and Flood 2014) after `index + 1` of its steps from that key.
public final class CounterRandom {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private CounterRandom() {}

    /// Where numbers are used: a seed, a step (0 for what does not change) and a stream such as a layer's number.
    public static long key(long seed, long step, long stream) {
        return mix(mix(mix(seed) + step * GOLDEN) + stream * GOLDEN);
    }

    /// 64 random bits.
    public static long bits(long key, long index) {
        return mix(key + (index + 1) * GOLDEN);
    }

    /// Likewise, some at once.
    public static LongVector bits(long key, LongVector index) {
        return mix(index.add(1).mul(GOLDEN).add(key));
    }

    /// From 0 up to, not including, 1, in steps of 2^-24: exact in float.
    public static float uniform(long key, long index) {
        return (bits(key, index) >>> 40) * 0x1p-24f;
    }

    /// Standard normal, by Box and Muller's transform of the two halves of one number's bits.
    public static double normal(long key, long index) {
        long bits = bits(key, index);
        double radius = ((bits >>> 32) + 0.5) * 0x1p-32;
        return StrictMath.sqrt(-2 * StrictMath.log(radius)) * cosine((bits & 0xFFFFFFFFL) * 0x1p-32);
    }

    /// Cosine of a part of a full turn, 0 to 1. Reduced here, because StrictMath allocates an array to do it.
    private static double cosine(double turn) {
        int quarter = (int) Math.rint(4 * turn);
        double rest = 2 * Math.PI * (turn - 0.25 * quarter);
        return switch (quarter & 3) {
            case 0 -> StrictMath.cos(rest);
            case 1 -> -StrictMath.sin(rest);
            case 2 -> -StrictMath.cos(rest);
            default -> StrictMath.sin(rest);
        };
    }

    private static long mix(long z) {
        long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
        return b ^ (b >>> 31);
    }

    private static LongVector mix(LongVector z) {
        LongVector a = z.lanewise(VectorOperators.XOR, z.lanewise(VectorOperators.LSHR, 30)).mul(0xBF58476D1CE4E5B9L);
        LongVector b = a.lanewise(VectorOperators.XOR, a.lanewise(VectorOperators.LSHR, 27)).mul(0x94D049BB133111EBL);
        return b.lanewise(VectorOperators.XOR, b.lanewise(VectorOperators.LSHR, 31));
    }
}
