package dev.crescent.engine.cpu;

import static dev.crescent.engine.cpu.Panels.LANES;
import static dev.crescent.engine.cpu.Panels.SPECIES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/// Elementary functions of float arrays, `y[i] = f(x[i])` for `from <= i < to`; the number of elements is a multiple
/// of sixteen and `x` may be `y`. Each method is one loop, so that its vectors stay in registers.
///
/// NaN gives NaN: ranges are cut off by comparing and blending, which keeps it and takes fewer instructions than
/// Java's minimum and maximum. The errors named were measured over the ranges named, against `Math`'s in double.
final class VectorMath {
    /// Of 7.82, beyond which tanh is 1 but for 3.3e-7.
    private static final float TANH_SQUARE = 61.1524f;
    /// The bits of 1.
    private static final int ONE = 0x3f800000;
    /// exp(-87.3) is the smallest normal number.
    private static final float EXP_LOW = -87.3f;
    private static final float EXP_HIGH = 88.3f;
    /// Adding it rounds to an integer, which is then in the low bits.
    private static final float ROUNDER = 0x1.8p23f;
    /// pi in three parts: products of the first two with integers up to 2^9 are exact.
    private static final float PI_1 = 0x1.92p1f;
    private static final float PI_2 = 0x1.fb4p-11f;
    private static final float PI_3 = 1.509958e-7f;
    /// Beyond, [#sin] and [#cos] ask `Math`.
    private static final float SINE_LIMIT = 1000;

    private VectorMath() {}

    /// Hyperbolic tangent, absolute error below 4e-7: an odd polynomial of degree 7 over an even one of degree 8,
    /// a fit of least relative error on [0, 7.82], and 1 beyond.
    ///
    /// Two vectors a turn, so that it is too long for C2 to inline: within [Activations#apply], compiled when another
    /// activation was in use, it is a seventh slower.
    static void tanh(float[] x, float[] y, int from, int to) {
        int i = from;
        for (; i + LANES < to; i += 2 * LANES) {
            FloatVector v0 = FloatVector.fromArray(SPECIES, x, i);
            FloatVector s0 = v0.mul(v0);
            FloatVector p0 = s0.mul(46.10039f).add(11780.165f);
            p0 = p0.fma(s0, FloatVector.broadcast(SPECIES, 513647.84f));
            p0 = p0.fma(s0, FloatVector.broadcast(SPECIES, 3969030f));
            FloatVector q0 = s0.add(956.885f);
            q0 = q0.fma(s0, FloatVector.broadcast(SPECIES, 94799.5f));
            q0 = q0.fma(s0, FloatVector.broadcast(SPECIES, 1836654.2f));
            q0 = q0.fma(s0, FloatVector.broadcast(SPECIES, 3969030.2f));
            FloatVector one0 = v0.reinterpretAsInts().and(Integer.MIN_VALUE).or(ONE).reinterpretAsFloats();
            VectorMask<Float> beyond0 = s0.compare(VectorOperators.GT, TANH_SQUARE);
            v0.mul(p0).div(q0).blend(one0, beyond0).intoArray(y, i);
            FloatVector v1 = FloatVector.fromArray(SPECIES, x, i + LANES);
            FloatVector s1 = v1.mul(v1);
            FloatVector p1 = s1.mul(46.10039f).add(11780.165f);
            p1 = p1.fma(s1, FloatVector.broadcast(SPECIES, 513647.84f));
            p1 = p1.fma(s1, FloatVector.broadcast(SPECIES, 3969030f));
            FloatVector q1 = s1.add(956.885f);
            q1 = q1.fma(s1, FloatVector.broadcast(SPECIES, 94799.5f));
            q1 = q1.fma(s1, FloatVector.broadcast(SPECIES, 1836654.2f));
            q1 = q1.fma(s1, FloatVector.broadcast(SPECIES, 3969030.2f));
            FloatVector one1 = v1.reinterpretAsInts().and(Integer.MIN_VALUE).or(ONE).reinterpretAsFloats();
            VectorMask<Float> beyond1 = s1.compare(VectorOperators.GT, TANH_SQUARE);
            v1.mul(p1).div(q1).blend(one1, beyond1).intoArray(y, i + LANES);
        }
        if (i < to) {
            lastTanh(x, y, i);
        }
    }

    /// Of a single vector.
    private static void lastTanh(float[] x, float[] y, int i) {
        FloatVector v = FloatVector.fromArray(SPECIES, x, i);
        FloatVector s = v.mul(v);
        FloatVector p = s.mul(46.10039f).add(11780.165f);
        p = p.fma(s, FloatVector.broadcast(SPECIES, 513647.84f));
        p = p.fma(s, FloatVector.broadcast(SPECIES, 3969030f));
        FloatVector q = s.add(956.885f);
        q = q.fma(s, FloatVector.broadcast(SPECIES, 94799.5f));
        q = q.fma(s, FloatVector.broadcast(SPECIES, 1836654.2f));
        q = q.fma(s, FloatVector.broadcast(SPECIES, 3969030.2f));
        FloatVector one = v.reinterpretAsInts().and(Integer.MIN_VALUE).or(ONE).reinterpretAsFloats();
        VectorMask<Float> beyond = s.compare(VectorOperators.GT, TANH_SQUARE);
        v.mul(p).div(q).blend(one, beyond).intoArray(y, i);
    }

    /// Logistic function `0.5 + 0.5 tanh(x / 2)`, absolute error below 3e-7.
    static void sigmoid(float[] x, float[] y, int from, int to) {
        for (int i = from; i < to; i += LANES) {
            FloatVector v = FloatVector.fromArray(SPECIES, x, i).mul(0.5f);
            FloatVector s = v.mul(v);
            FloatVector p = s.mul(46.10039f).add(11780.165f);
            p = p.fma(s, FloatVector.broadcast(SPECIES, 513647.84f));
            p = p.fma(s, FloatVector.broadcast(SPECIES, 3969030f));
            FloatVector q = s.add(956.885f);
            q = q.fma(s, FloatVector.broadcast(SPECIES, 94799.5f));
            q = q.fma(s, FloatVector.broadcast(SPECIES, 1836654.2f));
            q = q.fma(s, FloatVector.broadcast(SPECIES, 3969030.2f));
            FloatVector one = v.reinterpretAsInts().and(Integer.MIN_VALUE).or(ONE).reinterpretAsFloats();
            VectorMask<Float> beyond = s.compare(VectorOperators.GT, TANH_SQUARE);
            v.mul(p).div(q).blend(one, beyond).mul(0.5f).add(0.5f).intoArray(y, i);
        }
    }

    /// Exponential function, relative error below 2e-7 from -87.3 to 88.3; outside, its values there:
    /// `2^n` by bits times Taylor's polynomial of degree 7 on half a step of ln 2.
    static void exp(float[] x, float[] y, int from, int to) {
        for (int i = from; i < to; i += LANES) {
            FloatVector v = FloatVector.fromArray(SPECIES, x, i);
            v = v.blend(EXP_LOW, v.compare(VectorOperators.LT, EXP_LOW));
            v = v.blend(EXP_HIGH, v.compare(VectorOperators.GT, EXP_HIGH));
            FloatVector rounded = v.mul(1.442695f).add(ROUNDER);
            FloatVector n = rounded.sub(ROUNDER);
            FloatVector r = n.fma(FloatVector.broadcast(SPECIES, -0x1.63p-1f), v);
            r = n.fma(FloatVector.broadcast(SPECIES, 2.12194440e-4f), r);
            FloatVector p = r.mul(1f / 5040).add(1f / 720);
            p = p.fma(r, FloatVector.broadcast(SPECIES, 1f / 120));
            p = p.fma(r, FloatVector.broadcast(SPECIES, 1f / 24));
            p = p.fma(r, FloatVector.broadcast(SPECIES, 1f / 6));
            p = p.fma(r, FloatVector.broadcast(SPECIES, 0.5f));
            p = p.fma(r, FloatVector.broadcast(SPECIES, 1f));
            p = p.fma(r, FloatVector.broadcast(SPECIES, 1f));
            FloatVector power = rounded.reinterpretAsInts().add(127).lanewise(VectorOperators.LSHL, 23)
                    .reinterpretAsFloats();
            p.mul(power).intoArray(y, i);
        }
    }

    /// Sine, absolute error below 3e-7: reduced to half a turn around 0, then an odd polynomial of degree 11.
    static void sin(float[] x, float[] y, int from, int to) {
        turn(x, y, from, to, 0);
    }

    /// Cosine, like [#sin].
    static void cos(float[] x, float[] y, int from, int to) {
        turn(x, y, from, to, 0.5f);
    }

    /// With `x = (m + shift) pi + r`: `sin x = (-1)^m sin r` for shift 0, `cos x = -(-1)^m sin r` for shift 1/2.
    private static void turn(float[] x, float[] y, int from, int to, float shift) {
        for (int i = from; i < to; i += LANES) {
            FloatVector v = FloatVector.fromArray(SPECIES, x, i);
            if (v.abs().compare(VectorOperators.GT, SINE_LIMIT).anyTrue()) {
                exactly(x, y, i, shift);
            } else {
                FloatVector rounded = v.mul(0.31830987f).sub(shift).add(ROUNDER);
                FloatVector n = rounded.sub(ROUNDER).add(shift);
                FloatVector r = n.fma(FloatVector.broadcast(SPECIES, -PI_1), v);
                r = n.fma(FloatVector.broadcast(SPECIES, -PI_2), r);
                r = n.fma(FloatVector.broadcast(SPECIES, -PI_3), r);
                FloatVector s = r.mul(r);
                FloatVector p = s.mul(-1f / 39916800).add(1f / 362880);
                p = p.fma(s, FloatVector.broadcast(SPECIES, -1f / 5040));
                p = p.fma(s, FloatVector.broadcast(SPECIES, 1f / 120));
                p = p.fma(s, FloatVector.broadcast(SPECIES, -1f / 6));
                p = p.mul(s).fma(r, r);
                int flip = shift == 0 ? 0 : Integer.MIN_VALUE;
                p.reinterpretAsInts().lanewise(VectorOperators.XOR,
                        rounded.reinterpretAsInts().lanewise(VectorOperators.LSHL, 31))
                        .lanewise(VectorOperators.XOR, flip).reinterpretAsFloats().intoArray(y, i);
            }
        }
    }

    private static void exactly(float[] x, float[] y, int from, float shift) {
        for (int i = from; i < from + LANES; i++) {
            y[i] = (float) (shift == 0 ? Math.sin(x[i]) : Math.cos(x[i]));
        }
    }
}
