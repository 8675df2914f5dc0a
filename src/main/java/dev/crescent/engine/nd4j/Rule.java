package dev.crescent.engine.nd4j;

import dev.crescent.engine.OptimizerState;
import dev.crescent.experiment.Optimizer;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.ndarray.INDArray;

/// An optimizer's update rule over all parameters `w` along the gradient `g` at once, on a tape of its own. What it
/// remembers has the order that the default engine has, so that training goes on from one engine to the other.
final class Rule implements AutoCloseable {
    private static final double EPSILON = 1e-8;
    private static final double DELTA_EPSILON = 1e-6;

    private final Tape tape = new Tape();
    private final Schedule schedule;
    private final List<INDArray> factors;
    private final FloatPointer factorsNow;
    private final long size;
    // [size] each
    private final List<INDArray> memory;

    /// What changes from step to step: the factors at one step, numbered from 1 for the first since the memory began.
    private interface Schedule {
        double[] at(double rate, double t);
    }

    private Rule(INDArray w, int vectors, int count, Schedule schedule) {
        this.size = w.length();
        this.schedule = schedule;
        this.memory = Stream.generate(() -> tape.array(size)).limit(vectors).toList();
        INDArray now = tape.array(count);
        this.factorsNow = Tape.pointer(now);
        this.factors = IntStream.range(0, count).mapToObj(i -> Parameters.part(now, i, 1)).toList();
    }

    /// @param w the parameters, `[size]`
    /// @param g the gradient, `[size]`
    static Rule of(Optimizer optimizer, INDArray w, INDArray g) {
        return switch (optimizer) {
            case Optimizer.Sgd sgd when sgd.momentum() == 0 -> descent(w, g);
            case Optimizer.Sgd sgd -> momentum(sgd.momentum(), sgd.nesterov(), w, g);
            case Optimizer.RmsProp rmsProp -> rmsProp(rmsProp.rho(), rmsProp.epsilonInside(), w, g);
            case Optimizer.AdaGrad _ -> adaGrad(w, g);
            case Optimizer.AdaDelta adaDelta -> adaDelta(adaDelta.rho(), w, g);
            case Optimizer.Adam adam -> adam(adam.beta1(), adam.beta2(), 0, w, g);
            case Optimizer.AdamW adam -> adam(adam.beta1(), adam.beta2(), adam.weightDecay(), w, g);
            case Optimizer.NAdam adam -> nAdam(adam.beta1(), adam.beta2(), w, g);
            case Optimizer.Lion lion -> lion(lion.beta1(), lion.beta2(), w, g);
        };
    }

    /// Changes the parameters.
    ///
    /// @param step number of this step, from 1 for the first since the memory began
    void update(double rate, long step) {
        double[] now = schedule.at(rate, (double) step);
        for (int i = 0; i < now.length; i++) {
            factorsNow.put(i, (float) now[i]);
        }
        tape.play();
    }

    /// @param since the step at which the memory began
    OptimizerState state(long step, long since) {
        return memory.isEmpty() ? OptimizerState.newAt(step)
                : new OptimizerState(step, since, memory.stream().map(Parameters::values).toList());
    }

    /// @param state without vectors: starts anew
    void load(OptimizerState state) {
        List<float[]> vectors = state.vectors();
        if (!vectors.isEmpty() && (vectors.size() != memory.size()
                || vectors.stream().anyMatch(vector -> vector.length != size))) {
            throw new IllegalArgumentException("The optimizer's state has " + vectors.size() + " vectors, not "
                    + memory.size() + " of " + size + "; start it anew with none.");
        }
        for (int i = 0; i < memory.size(); i++) {
            Parameters.set(memory.get(i), vectors.isEmpty() ? new float[Math.toIntExact(size)] : vectors.get(i));
        }
    }

    @Override
    public void close() {
        tape.close();
    }

    /// `w -= rate g`.
    private static Rule descent(INDArray w, INDArray g) {
        Rule rule = new Rule(w, 0, 1, (rate, t) -> new double[] {-rate});
        rule.go(w, g);
        return rule;
    }

    /// `v = momentum v + g`, then `w -= rate v` or Nesterov's `w -= rate (g + momentum v)`. Remembers v.
    private static Rule momentum(double momentum, boolean nesterov, INDArray w, INDArray g) {
        Rule rule = new Rule(w, 1, 1, (rate, t) -> new double[] {-rate});
        Tape tape = rule.tape;
        INDArray v = rule.memory.getFirst();
        tape.scale(v, momentum);
        tape.addTo(v, g);
        rule.go(w, nesterov ? tape.add(g, tape.times(v, momentum)) : v);
        return rule;
    }

    /// `a = rho a + (1 - rho) g^2`, `w -= rate g / (sqrt(a) + 1e-8)` or `rate g / sqrt(a + 1e-6)`. Remembers a.
    private static Rule rmsProp(double rho, boolean inside, INDArray w, INDArray g) {
        Rule rule = new Rule(w, 1, 1, (rate, t) -> new double[] {-rate});
        Tape tape = rule.tape;
        INDArray a = rule.memory.getFirst();
        rule.blend(a, rho, tape.square(g));
        rule.go(w, tape.over(g, inside ? tape.root(tape.add(a, DELTA_EPSILON)) : tape.add(tape.root(a), EPSILON)));
        return rule;
    }

    /// `a += g^2`, `w -= rate g / (sqrt(a) + 1e-8)`. Remembers a.
    private static Rule adaGrad(INDArray w, INDArray g) {
        Rule rule = new Rule(w, 1, 1, (rate, t) -> new double[] {-rate});
        Tape tape = rule.tape;
        INDArray a = rule.memory.getFirst();
        tape.addTo(a, tape.square(g));
        rule.go(w, tape.over(g, tape.add(tape.root(a), EPSILON)));
        return rule;
    }

    /// `a = rho a + (1 - rho) g^2`, `d = g sqrt(b + 1e-6) / sqrt(a + 1e-6)`, `b = rho b + (1 - rho) d^2`, `w -= rate d`.
    /// Remembers a, b.
    private static Rule adaDelta(double rho, INDArray w, INDArray g) {
        Rule rule = new Rule(w, 2, 1, (rate, t) -> new double[] {-rate});
        Tape tape = rule.tape;
        INDArray a = rule.memory.get(0);
        INDArray b = rule.memory.get(1);
        rule.blend(a, rho, tape.square(g));
        INDArray ratio = tape.over(tape.root(tape.add(b, DELTA_EPSILON)), tape.root(tape.add(a, DELTA_EPSILON)));
        INDArray d = tape.times(ratio, g);
        rule.blend(b, rho, tape.square(d));
        rule.go(w, d);
        return rule;
    }

    /// `m = beta1 m + (1 - beta1) g`, `v = beta2 v + (1 - beta2) g^2`, `w -= rate decay w`,
    /// `w -= rate m / (1 - beta1^t) / (sqrt(v / (1 - beta2^t)) + 1e-8)`. Remembers m, v.
    private static Rule adam(double beta1, double beta2, double decay, INDArray w, INDArray g) {
        Rule rule = new Rule(w, 2, 3, (rate, t) -> new double[] {
            -rate / (1 - Math.pow(beta1, t)), 1 / (1 - Math.pow(beta2, t)), -rate * decay});
        Tape tape = rule.tape;
        INDArray m = rule.memory.get(0);
        INDArray v = rule.memory.get(1);
        rule.blend(m, beta1, g);
        rule.blend(v, beta2, tape.square(g));
        tape.addTo(w, tape.times(w, rule.factors.get(2)));
        INDArray deviation = tape.add(tape.root(tape.times(v, rule.factors.get(1))), EPSILON);
        rule.go(w, tape.over(m, deviation));
        return rule;
    }

    /// Adam's m and v; with `mu_t = beta1 (1 - 0.96^(0.004 t) / 2)` and `M_t` the product of all so far:
    /// `w -= rate (mu_(t+1) m / (1 - M_(t+1)) + (1 - mu_t) g / (1 - M_t)) / (sqrt(v / (1 - beta2^t)) + 1e-8)`.
    /// Remembers m, v.
    private static Rule nAdam(double beta1, double beta2, INDArray w, INDArray g) {
        Rule rule = new Rule(w, 2, 4, (rate, t) -> {
            double product = product(beta1, t);
            double next = mu(beta1, t + 1);
            return new double[] {-rate, 1 / (1 - Math.pow(beta2, t)), next / (1 - product * next),
                (1 - mu(beta1, t)) / (1 - product)};
        });
        Tape tape = rule.tape;
        INDArray m = rule.memory.get(0);
        INDArray v = rule.memory.get(1);
        rule.blend(m, beta1, g);
        rule.blend(v, beta2, tape.square(g));
        INDArray deviation = tape.add(tape.root(tape.times(v, rule.factors.get(1))), EPSILON);
        INDArray ahead = tape.add(tape.times(m, rule.factors.get(2)), tape.times(g, rule.factors.get(3)));
        rule.go(w, tape.over(ahead, deviation));
        return rule;
    }

    private static double mu(double beta1, double t) {
        return beta1 * (1 - Math.pow(0.96, 0.004 * t) / 2);
    }

    /// Of many steps it is 0, as far as one minus it can tell.
    private static double product(double beta1, double t) {
        double product = 1;
        for (long i = 1; i <= t && product > 1e-20; i++) {
            product *= mu(beta1, (double) i);
        }
        return product;
    }

    /// `w -= rate sign(beta1 m + (1 - beta1) g)`, `m = beta2 m + (1 - beta2) g`. Remembers m.
    private static Rule lion(double beta1, double beta2, INDArray w, INDArray g) {
        Rule rule = new Rule(w, 1, 1, (rate, t) -> new double[] {-rate});
        Tape tape = rule.tape;
        INDArray m = rule.memory.getFirst();
        rule.go(w, tape.sign(tape.add(tape.times(m, beta1), tape.times(g, 1 - beta1))));
        rule.blend(m, beta2, g);
        return rule;
    }

    /// `w += factor d` with the first factor.
    private void go(INDArray w, INDArray d) {
        tape.addTo(w, tape.times(d, factors.getFirst()));
    }

    /// `average = share average + (1 - share) x`.
    private void blend(INDArray average, double share, INDArray x) {
        tape.scale(average, share);
        tape.addTo(average, tape.times(x, 1 - share));
    }
}
