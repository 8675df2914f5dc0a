package dev.crescent.engine.cpu;

import dev.crescent.experiment.Training;

/// The last part of a training step, on any block of parameters apart from the others: penalties, clipping, update.
final class Step {
    /// Numbers whose squares are summed in one go, so that the gradient's norm does not depend on who sums them.
    private static final int SUMMED = 1 << 15;

    private final float l1;
    private final float l2;
    private final double largest;
    private final Updater updater;
    private final float[] parameters;
    private final float[] gradient;
    private final double[] squares;
    private float factor = 1;

    /// @param size of the parameters that are learned
    Step(Training training, Updater updater, float[] parameters, float[] gradient, int size) {
        this.l1 = (float) training.l1();
        this.l2 = (float) training.l2();
        this.largest = training.clip();
        this.updater = updater;
        this.parameters = parameters;
        this.gradient = gradient;
        this.squares = new double[clips() ? Math.ceilDiv(size, SUMMED) : 0];
    }

    /// Whether an update needs the whole gradient's norm.
    boolean clips() {
        return largest > 0;
    }

    /// Whether [#penalize] does anything.
    boolean penalizes() {
        return l1 != 0 || l2 != 0;
    }

    /// Adds the gradient of `l1 sum |w| + l2/2 sum w^2` over the weights of a block; 0 has slope 0.
    void penalize(Blocks blocks, int block) {
        if (!penalizes()) {
            return;
        }
        int end = blocks.weightsEnd(block);
        for (int i = blocks.weights(block); i < end; i++) {
            gradient[i] += l1 * Math.signum(parameters[i]) + l2 * parameters[i];
        }
    }

    /// Sums the squares of a share of the gradient.
    void measure(Share share) {
        for (int part = share.from(squares.length); part < share.to(squares.length); part++) {
            double sum = 0;
            int end = Math.min((part + 1) * SUMMED, updater.size);
            for (int i = part * SUMMED; i < end; i++) {
                sum += (double) gradient[i] * gradient[i];
            }
            squares[part] = sum;
        }
    }

    /// After all squares are summed: a gradient of norm above `largest` is shortened to it,
    /// `g *= min(1, largest / (norm + 1e-6))`.
    void shorten() {
        double sum = 0;
        for (double part : squares) {
            sum += part;
        }
        factor = (float) Math.min(1, largest / (Math.sqrt(sum) + 1e-6));
    }

    /// Updates a block.
    void update(Blocks blocks, int block) {
        update(blocks.weights(block), blocks.weightsEnd(block));
        update(blocks.biases(block), blocks.biasesEnd(block));
    }

    /// Updates all parameters, where nobody else works on them.
    void updateAll() {
        scale(0, updater.size);
        updater.updateAll(parameters, gradient);
    }

    private void update(int from, int to) {
        scale(from, to);
        updater.update(parameters, gradient, from, to);
    }

    private void scale(int from, int to) {
        if (factor != 1) {
            for (int i = from; i < to; i++) {
                gradient[i] *= factor;
            }
        }
    }
}
