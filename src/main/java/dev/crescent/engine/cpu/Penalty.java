package dev.crescent.engine.cpu;

import dev.crescent.engine.ParameterLayout;

/// What is done to a mini-batch's gradient before the optimizer sees it.
final class Penalty {
    private Penalty() {}

    /// Adds the gradient of `l1 sum |w| + l2/2 sum w^2` over weights, biases apart; 0 has slope 0.
    static void add(ParameterLayout layout, float[] w, float[] gradient, double l1, double l2) {
        float absolute = (float) l1;
        float square = (float) l2;
        for (ParameterLayout.Slice slice : layout.slices()) {
            int end = slice.weightOffset() + slice.weightCount();
            for (int i = slice.weightOffset(); i < end; i++) {
                gradient[i] += absolute * Math.signum(w[i]) + square * w[i];
            }
        }
    }

    /// Shortens a gradient of norm above `largest` to it: `g *= min(1, largest / (norm + 1e-6))`.
    static void clip(float[] gradient, int size, double largest) {
        double squares = 0;
        for (int i = 0; i < size; i++) {
            squares += (double) gradient[i] * gradient[i];
        }
        double factor = largest / (Math.sqrt(squares) + 1e-6);
        if (factor < 1) {
            for (int i = 0; i < size; i++) {
                gradient[i] *= (float) factor;
            }
        }
    }
}
