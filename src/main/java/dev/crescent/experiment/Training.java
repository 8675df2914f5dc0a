package dev.crescent.experiment;

/// How the model is trained.
///
/// @param batchSize samples a step, 1 to 65,536
/// @param epochs passes over the training part, 0 to 1,000,000,000
/// @param seed of the order of samples, dropout and noise
/// @param l1 factor of the sum of absolute weights, biases apart, 0 to 1,000
/// @param l2 twice the factor of the sum of squared weights, biases apart, 0 to 1,000
/// @param clip the largest norm a gradient may have, up to 1e9; 0 means any
public record Training(Loss loss, Optimizer optimizer, int batchSize, int epochs, boolean shuffle, long seed,
                       double l1, double l2, Schedule schedule, double clip) {
    public Training {
        Check.within("batchSize", batchSize, 1, 65_536);
        Check.within("epochs", epochs, 0, 1_000_000_000);
        Check.within("l1", l1, 0, 1000);
        Check.within("l2", l2, 0, 1000);
        Check.within("clip", clip, 0, 1e9);
    }

    public Training withLoss(Loss value) {
        return new Training(value, optimizer, batchSize, epochs, shuffle, seed, l1, l2, schedule, clip);
    }

    public Training withOptimizer(Optimizer value) {
        return new Training(loss, value, batchSize, epochs, shuffle, seed, l1, l2, schedule, clip);
    }

    public Training withBatchSize(int value) {
        return new Training(loss, optimizer, value, epochs, shuffle, seed, l1, l2, schedule, clip);
    }

    public Training withEpochs(int value) {
        return new Training(loss, optimizer, batchSize, value, shuffle, seed, l1, l2, schedule, clip);
    }

    public Training withPenalty(double newL1, double newL2) {
        return new Training(loss, optimizer, batchSize, epochs, shuffle, seed, newL1, newL2, schedule, clip);
    }

    public Training withSchedule(Schedule value) {
        return new Training(loss, optimizer, batchSize, epochs, shuffle, seed, l1, l2, value, clip);
    }

    public Training withClip(double value) {
        return new Training(loss, optimizer, batchSize, epochs, shuffle, seed, l1, l2, schedule, value);
    }

    public Training withSeed(long value) {
        return new Training(loss, optimizer, batchSize, epochs, shuffle, value, l1, l2, schedule, clip);
    }
}
