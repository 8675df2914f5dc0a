package dev.crescent.engine.cpu;

import static dev.crescent.engine.cpu.Panels.LANES;
import static dev.crescent.engine.cpu.Panels.SPECIES;

import dev.crescent.engine.OptimizerState;
import dev.crescent.experiment.Optimizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import jdk.incubator.vector.FloatVector;

/// One optimizer at work: PyTorch's update rules. Its vectors are as long as the parameters, and all zero at the start.
abstract sealed class Updater {
    /// What it remembers, `[vectors][size]`, in the order its class names them.
    final float[][] memory;
    final int size;
    /// The learning rate of this step.
    float r;

    Updater(int vectors, int size) {
        this.memory = new float[vectors][size];
        this.size = size;
    }

    static Updater of(Optimizer optimizer, int size) {
        return switch (optimizer) {
            case Optimizer.Sgd sgd when sgd.momentum() == 0 -> new Plain(size);
            case Optimizer.Sgd sgd -> new Momentum(sgd, size);
            case Optimizer.RmsProp rmsProp -> new RmsProp(rmsProp, size);
            case Optimizer.AdaGrad _ -> new AdaGrad(size);
            case Optimizer.AdaDelta adaDelta -> new AdaDelta(adaDelta, size);
            case Optimizer.Adam adam -> new Adam(adam.beta1(), adam.beta2(), 0, size);
            case Optimizer.AdamW adam -> new Adam(adam.beta1(), adam.beta2(), adam.weightDecay(), size);
            case Optimizer.NAdam adam -> new NAdam(adam, size);
            case Optimizer.Lion lion -> new Lion(lion, size);
        };
    }

    /// How many vectors as long as the parameters it remembers.
    static int vectors(Optimizer optimizer) {
        return switch (optimizer) {
            case Optimizer.Sgd sgd -> sgd.momentum() == 0 ? 0 : 1;
            case Optimizer.RmsProp _, Optimizer.AdaGrad _, Optimizer.Lion _ -> 1;
            case Optimizer.AdaDelta _, Optimizer.Adam _, Optimizer.AdamW _, Optimizer.NAdam _ -> 2;
        };
    }

    /// Begins a step.
    ///
    /// @param step its number, from 1 for the first since the memory began
    void begin(double rate, long step) {
        r = (float) rate;
    }

    /// Changes a range of the parameters `w` along the gradient `g`.
    abstract void update(float[] w, float[] g, int from, int to);

    /// Changes all of them, where nobody else works on the arrays; they have room for a vector behind the last parameter.
    void updateAll(float[] w, float[] g) {
        update(w, g, 0, size);
    }

    /// @param since the step at which the memory began
    OptimizerState state(long step, long since) {
        if (memory.length == 0) {
            return OptimizerState.newAt(step);
        }
        List<float[]> vectors = new ArrayList<>();
        for (float[] vector : memory) {
            vectors.add(vector.clone());
        }
        return new OptimizerState(step, since, vectors);
    }

    /// @param state without vectors: starts anew
    void load(OptimizerState state) {
        if (!state.vectors().isEmpty() && (state.vectors().size() != memory.length
                || state.vectors().stream().anyMatch(vector -> vector.length != size))) {
            throw new IllegalArgumentException("The optimizer's state has " + state.vectors().size()
                    + " vectors, not " + memory.length + " of " + size + "; start it anew with none.");
        }
        for (int i = 0; i < memory.length; i++) {
            if (state.vectors().isEmpty()) {
                Arrays.fill(memory[i], 0);
            } else {
                System.arraycopy(state.vectors().get(i), 0, memory[i], 0, size);
            }
        }
    }

    /// `w -= rate g`.
    private static final class Plain extends Updater {
        Plain(int size) {
            super(0, size);
        }

        @Override
        void update(float[] w, float[] g, int from, int to) {
            float r = this.r;
            for (int i = from; i < to; i++) {
                w[i] -= r * g[i];
            }
        }

        /// In whole vectors, since what is written in single numbers or by a mask cannot be read as a vector until it has
        /// left the processor for the cache.
        @Override
        void updateAll(float[] w, float[] g) {
            float r = this.r;
            int vectors = SPECIES.loopBound(size);
            for (int i = 0; i < vectors; i += LANES) {
                FloatVector.fromArray(SPECIES, w, i).sub(FloatVector.fromArray(SPECIES, g, i).mul(r)).intoArray(w, i);
            }
            if (vectors < size) {
                FloatVector old = FloatVector.fromArray(SPECIES, w, vectors);
                old.blend(old.sub(FloatVector.fromArray(SPECIES, g, vectors).mul(r)), SPECIES.indexInRange(vectors, size))
                        .intoArray(w, vectors);
            }
        }
    }

    /// `v = momentum v + g`, `w -= rate v`; Nesterov's `w -= rate (g + momentum v)`. Remembers v.
    private static final class Momentum extends Updater {
        private final float momentum;
        private final boolean nesterov;

        Momentum(Optimizer.Sgd sgd, int size) {
            super(1, size);
            this.momentum = (float) sgd.momentum();
            this.nesterov = sgd.nesterov();
        }

        @Override
        void update(float[] w, float[] g, int from, int to) {
            float r = this.r;
            float[] v = memory[0];
            for (int i = from; i < to; i++) {
                v[i] = momentum * v[i] + g[i];
            }
            for (int i = from; nesterov && i < to; i++) {
                w[i] -= r * (g[i] + momentum * v[i]);
            }
            for (int i = from; !nesterov && i < to; i++) {
                w[i] -= r * v[i];
            }
        }
    }

    /// `a = rho a + (1 - rho) g^2`, `w -= rate g / (sqrt(a) + 1e-8)` or `rate g / sqrt(a + 1e-6)`. Remembers a.
    private static final class RmsProp extends Updater {
        private final float rho;
        private final float rest;
        private final float inside;
        private final float outside;

        RmsProp(Optimizer.RmsProp rmsProp, int size) {
            super(1, size);
            this.rho = (float) rmsProp.rho();
            this.rest = (float) (1 - rmsProp.rho());
            this.inside = rmsProp.epsilonInside() ? 1e-6f : 0;
            this.outside = rmsProp.epsilonInside() ? 0 : 1e-8f;
        }

        @Override
        void update(float[] w, float[] g, int from, int to) {
            float r = this.r;
            float[] a = memory[0];
            for (int i = from; i < to; i++) {
                a[i] = rho * a[i] + rest * g[i] * g[i];
                w[i] -= r * g[i] / ((float) Math.sqrt(a[i] + inside) + outside);
            }
        }
    }

    /// `a += g^2`, `w -= rate g / (sqrt(a) + 1e-8)`. Remembers a.
    private static final class AdaGrad extends Updater {
        AdaGrad(int size) {
            super(1, size);
        }

        @Override
        void update(float[] w, float[] g, int from, int to) {
            float r = this.r;
            float[] a = memory[0];
            for (int i = from; i < to; i++) {
                a[i] += g[i] * g[i];
                w[i] -= r * g[i] / ((float) Math.sqrt(a[i]) + 1e-8f);
            }
        }
    }

    /// `a = rho a + (1 - rho) g^2`, `d = g sqrt(b + 1e-6) / sqrt(a + 1e-6)`, `b = rho b + (1 - rho) d^2`,
    /// `w -= rate d`. Remembers a, b.
    private static final class AdaDelta extends Updater {
        private final float rho;
        private final float rest;

        AdaDelta(Optimizer.AdaDelta adaDelta, int size) {
            super(2, size);
            this.rho = (float) adaDelta.rho();
            this.rest = (float) (1 - adaDelta.rho());
        }

        @Override
        void update(float[] w, float[] g, int from, int to) {
            float r = this.r;
            float[] a = memory[0];
            float[] b = memory[1];
            for (int i = from; i < to; i++) {
                a[i] = rho * a[i] + rest * g[i] * g[i];
                float d = (float) Math.sqrt(b[i] + 1e-6f) / (float) Math.sqrt(a[i] + 1e-6f) * g[i];
                b[i] = rho * b[i] + rest * d * d;
                w[i] -= r * d;
            }
        }
    }

    /// `m = beta1 m + (1 - beta1) g`, `v = beta2 v + (1 - beta2) g^2`,
    /// `w -= rate / (1 - beta1^t) m / (sqrt(v) / sqrt(1 - beta2^t) + 1e-8)`; AdamW before that `w -= rate decay w`, as
    /// in PyTorch on biases too. Remembers m, v.
    private static final class Adam extends Updater {
        private final double beta1;
        private final double beta2;
        private final double decay;
        private float correction;
        private float kept;

        Adam(double beta1, double beta2, double decay, int size) {
            super(2, size);
            this.beta1 = beta1;
            this.beta2 = beta2;
            this.decay = decay;
        }

        @Override
        void begin(double rate, long step) {
            r = (float) (rate / (1 - Math.pow(beta1, (double) step)));
            correction = (float) (1 / Math.sqrt(1 - Math.pow(beta2, (double) step)));
            kept = (float) (1 - rate * decay);
        }

        @Override
        void update(float[] w, float[] g, int from, int to) {
            Moments.blend(memory, g, beta1, beta2, from, to);
            float[] m = memory[0];
            float[] v = memory[1];
            float r = this.r;
            float correction = this.correction;
            float kept = this.kept;
            for (int i = from; i < to; i++) {
                w[i] = kept * w[i] - r * m[i] / ((float) Math.sqrt(v[i]) * correction + 1e-8f);
            }
        }
    }

    /// Adam with `mu_t = beta1 (1 - 0.96^(0.004 t) / 2)`, `M_t` the product of all so far:
    /// `w -= rate ((1 - mu_t) / (1 - M_t) g + mu_(t+1) / (1 - M_t mu_(t+1)) m) / (sqrt(v / (1 - beta2^t)) + 1e-8)`.
    /// Remembers m, v.
    private static final class NAdam extends Updater {
        private final double beta1;
        private final double beta2;
        private double product = 1;
        private long productStep;
        private float ofGradient;
        private float ofMomentum;
        private float correction;

        NAdam(Optimizer.NAdam adam, int size) {
            super(2, size);
            this.beta1 = adam.beta1();
            this.beta2 = adam.beta2();
        }

        @Override
        void begin(double rate, long step) {
            double all = product(step);
            double next = mu(step + 1);
            ofGradient = (float) (rate * (1 - mu(step)) / (1 - all));
            ofMomentum = (float) (rate * next / (1 - all * next));
            correction = (float) (1 / Math.sqrt(1 - Math.pow(beta2, (double) step)));
        }

        @Override
        void update(float[] w, float[] g, int from, int to) {
            Moments.blend(memory, g, beta1, beta2, from, to);
            float[] m = memory[0];
            float[] v = memory[1];
            float ofGradient = this.ofGradient;
            float ofMomentum = this.ofMomentum;
            float correction = this.correction;
            for (int i = from; i < to; i++) {
                w[i] -= (ofGradient * g[i] + ofMomentum * m[i]) / ((float) Math.sqrt(v[i]) * correction + 1e-8f);
            }
        }

        private double mu(long step) {
            return beta1 * (1 - 0.5 * Math.pow(0.96, step * 0.004));
        }

        /// Follows from the step alone: below 1e-30 the product counts as 0, which no result can tell.
        private double product(long step) {
            if (step < productStep) {
                product = 1;
                productStep = 0;
            }
            while (productStep < step && product > 0) {
                productStep++;
                product *= mu(productStep);
                product = product < 1e-30 ? 0 : product;
            }
            return product;
        }
    }

    /// `w -= rate sign(beta1 m + (1 - beta1) g)`, `m = beta2 m + (1 - beta2) g`. Remembers m.
    private static final class Lion extends Updater {
        private final float beta1;
        private final float rest1;
        private final float beta2;
        private final float rest2;

        Lion(Optimizer.Lion lion, int size) {
            super(1, size);
            this.beta1 = (float) lion.beta1();
            this.rest1 = (float) (1 - lion.beta1());
            this.beta2 = (float) lion.beta2();
            this.rest2 = (float) (1 - lion.beta2());
        }

        @Override
        void update(float[] w, float[] g, int from, int to) {
            float r = this.r;
            float[] m = memory[0];
            for (int i = from; i < to; i++) {
                w[i] -= r * Math.signum(beta1 * m[i] + rest1 * g[i]);
                m[i] = beta2 * m[i] + rest2 * g[i];
            }
        }
    }

    /// What Adam and its kin remember.
    private static final class Moments {
        private Moments() {}

        /// `m = beta1 m + (1 - beta1) g`, `v = beta2 v + (1 - beta2) g^2`.
        static void blend(float[][] memory, float[] g, double beta1, double beta2, int from, int to) {
            float[] m = memory[0];
            float[] v = memory[1];
            float b1 = (float) beta1;
            float b2 = (float) beta2;
            float rest1 = (float) (1 - beta1);
            float rest2 = (float) (1 - beta2);
            for (int i = from; i < to; i++) {
                m[i] = b1 * m[i] + rest1 * g[i];
                v[i] = b2 * v[i] + rest2 * g[i] * g[i];
            }
        }
    }
}
