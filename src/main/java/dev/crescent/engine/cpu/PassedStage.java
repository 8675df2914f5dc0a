package dev.crescent.engine.cpu;

/// A layer that gives out what comes in: flatten, and outside training dropout and noise. It shares the arrays.
final class PassedStage extends Stage {
    PassedStage(Source source) {
        super(source, source.width(), source.rows(), Blocks.NONE, source.values(), source.delta());
    }

    @Override
    void forward(float[] parameters, Share share, Moment moment) {}

    @Override
    void backward(float[] parameters, Share share) {}
}
