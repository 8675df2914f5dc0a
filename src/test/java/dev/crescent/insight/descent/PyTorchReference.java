package dev.crescent.insight.descent;

import dev.crescent.experiment.Optimizer;

/// The algorithms of the documentation of torch.optim 2.x, and Lion's of its paper, line for line over a vector of
/// parameters; nothing of it is taken from the code under test.
final class PyTorchReference {
    private final Optimizer optimizer;
    final double[] theta;
    private final double[] first;
    private final double[] second;
    private double muProduct = 1;
    private int t;

    PyTorchReference(Optimizer optimizer, double... theta) {
        this.optimizer = optimizer;
        this.theta = theta.clone();
        this.first = new double[theta.length];
        this.second = new double[theta.length];
    }

    void step(double[] g) {
        t++;
        double gamma = optimizer.learningRate();
        switch (optimizer) {
            case Optimizer.Sgd o -> sgd(g, gamma, o.momentum(), o.nesterov());
            case Optimizer.RmsProp o -> rmsprop(g, gamma, o.rho(), o.epsilonInside());
            case Optimizer.AdaGrad _ -> adagrad(g, gamma);
            case Optimizer.AdaDelta o -> adadelta(g, gamma, o.rho());
            case Optimizer.Adam o -> adam(g, gamma, o.beta1(), o.beta2());
            case Optimizer.AdamW o -> {
                for (int i = 0; i < theta.length; i++) {
                    theta[i] = theta[i] - gamma * o.weightDecay() * theta[i];
                }
                adam(g, gamma, o.beta1(), o.beta2());
            }
            case Optimizer.NAdam o -> nadam(g, gamma, o.beta1(), o.beta2());
            case Optimizer.Lion o -> lion(g, gamma, o.beta1(), o.beta2());
        }
    }

    private void sgd(double[] g, double gamma, double mu, boolean nesterov) {
        for (int i = 0; i < theta.length; i++) {
            double direction = g[i];
            if (mu != 0) {
                first[i] = t > 1 ? mu * first[i] + g[i] : g[i];
                direction = nesterov ? g[i] + mu * first[i] : first[i];
            }
            theta[i] = theta[i] - gamma * direction;
        }
    }

    private void rmsprop(double[] g, double gamma, double alpha, boolean inside) {
        for (int i = 0; i < theta.length; i++) {
            second[i] = alpha * second[i] + (1 - alpha) * g[i] * g[i];
            double below = inside ? Math.sqrt(second[i] + 1e-6) : Math.sqrt(second[i]) + 1e-8;
            theta[i] = theta[i] - gamma * g[i] / below;
        }
    }

    private void adagrad(double[] g, double gamma) {
        for (int i = 0; i < theta.length; i++) {
            second[i] = second[i] + g[i] * g[i];
            theta[i] = theta[i] - gamma * g[i] / (Math.sqrt(second[i]) + 1e-8);
        }
    }

    /// `v` is the mean of squares, `u` that of the updates.
    private void adadelta(double[] g, double gamma, double rho) {
        double[] u = first;
        double[] v = second;
        for (int i = 0; i < theta.length; i++) {
            v[i] = v[i] * rho + g[i] * g[i] * (1 - rho);
            double delta = Math.sqrt(u[i] + 1e-6) / Math.sqrt(v[i] + 1e-6) * g[i];
            u[i] = u[i] * rho + delta * delta * (1 - rho);
            theta[i] = theta[i] - gamma * delta;
        }
    }

    private void adam(double[] g, double gamma, double beta1, double beta2) {
        for (int i = 0; i < theta.length; i++) {
            first[i] = beta1 * first[i] + (1 - beta1) * g[i];
            second[i] = beta2 * second[i] + (1 - beta2) * g[i] * g[i];
            double mHat = first[i] / (1 - Math.pow(beta1, t));
            double vHat = second[i] / (1 - Math.pow(beta2, t));
            theta[i] = theta[i] - gamma * mHat / (Math.sqrt(vHat) + 1e-8);
        }
    }

    private void nadam(double[] g, double gamma, double beta1, double beta2) {
        double mu = beta1 * (1 - 0.5 * Math.pow(0.96, t * 0.004));
        double muNext = beta1 * (1 - 0.5 * Math.pow(0.96, (t + 1) * 0.004));
        muProduct *= mu;
        for (int i = 0; i < theta.length; i++) {
            first[i] = beta1 * first[i] + (1 - beta1) * g[i];
            second[i] = beta2 * second[i] + (1 - beta2) * g[i] * g[i];
            double mHat = muNext * first[i] / (1 - muProduct * muNext) + (1 - mu) * g[i] / (1 - muProduct);
            double vHat = second[i] / (1 - Math.pow(beta2, t));
            theta[i] = theta[i] - gamma * mHat / (Math.sqrt(vHat) + 1e-8);
        }
    }

    private void lion(double[] g, double gamma, double beta1, double beta2) {
        for (int i = 0; i < theta.length; i++) {
            double c = beta1 * first[i] + (1 - beta1) * g[i];
            theta[i] = theta[i] - gamma * Math.signum(c);
            first[i] = beta2 * first[i] + (1 - beta2) * g[i];
        }
    }
}
