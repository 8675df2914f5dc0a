package dev.crescent.engine.cpu;

/// A layer that gives out what comes in: flatten, and outside training dropout and noise. It shares the arrays.
final class PassedStage extends Stage {
    PassedStage(Source source) {
        super(source.width(), source.rows(), source.values(), source.delta());
    }

    @Override
    void forward(float[] parameters, Source source, int count, Moment moment) {}

    @Override
    void backward(float[] parameters, float[] gradient, Source source, int count) {}
}
