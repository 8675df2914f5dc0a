package dev.crescent.engine;

import dev.crescent.experiment.Optimizer;

/// Measures one network after the other in a session.
final class SessionSurveyor implements Surveyor {
    private static final Optimizer FORGETFUL = new Optimizer.Sgd(1, 0, false);

    private final Session session;
    private final Samples samples;
    // [total]
    private final float[] parameters;

    SessionSurveyor(Engine engine, Problem problem, Samples samples) {
        // Nothing is trained: an optimizer without memory and a mini-batch of one take the least room.
        this.session = engine.open(new Problem(problem.network(), problem.training().withOptimizer(FORGETFUL).withBatchSize(1),
                problem.inputShape(), samples, Samples.none(samples.width(), samples.outputs())));
        this.samples = samples;
        this.parameters = new float[session.layout().total()];
    }

    @Override
    public ParameterLayout layout() {
        return session.layout();
    }

    @Override
    public void losses(double[] origin, double[] u, double[] v, double[] places, double[] losses) {
        Surveyor.check(layout(), origin, u, v, places, losses);
        for (int place = 0; place < losses.length; place++) {
            double a = places[2 * place];
            double b = places[2 * place + 1];
            for (int i = 0; i < u.length; i++) {
                parameters[i] = (float) (origin[i] + a * u[i] + b * v[i]);
            }
            for (int i = u.length; i < parameters.length; i++) {
                parameters[i] = (float) origin[i];
            }
            session.load(parameters, OptimizerState.START);
            losses[place] = session.evaluate(samples).loss();
        }
    }

    @Override
    public boolean isElsewhere() {
        return session.isElsewhere();
    }

    @Override
    public void close() {
        session.close();
    }
}
