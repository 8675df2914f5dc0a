package dev.crescent.engine.cuda;

import dev.crescent.engine.ParameterLayout;

/// Batch normalization, each channel by itself.
final class NormStep extends Step {
    private final int channels;
    private final int places;
    private final Values out;
    private final CudaDriver.Launch norm;
    private final CudaDriver.Launch evaluate;
    private final CudaDriver.Launch back;
    private final CudaDriver.Launch remember;
    private int seen;

    NormStep(ParameterLayout.Slice slice, ParameterLayout.Statistics statistics, Values in, int capacity, long parameters,
            long gradient, Arena arena, CudaDriver driver) {
        this.channels = statistics.channels();
        this.places = in.width() / channels;
        long numbers = (long) capacity * in.width();
        this.out = new Values(arena.floats(numbers), arena.floats(numbers), in.width());
        long normal = arena.floats(numbers);
        long mean = arena.doubles(channels);
        long variance = arena.doubles(channels);
        long scale = Launches.at(parameters, slice.weightOffset());
        long shift = Launches.at(parameters, slice.biasOffset());
        long runningMean = Launches.at(parameters, statistics.meanOffset());
        long runningVariance = Launches.at(parameters, statistics.varianceOffset());
        this.norm = driver.launch("batch_norm", 10);
        Launches.set(norm, in.address(), scale, shift, normal, out.address(), mean, variance);
        norm.set(8, channels);
        norm.set(9, places);
        this.evaluate = driver.launch("batch_norm_evaluate", 9);
        Launches.set(evaluate, in.address(), scale, shift, runningMean, runningVariance, out.address());
        evaluate.set(7, channels);
        evaluate.set(8, places);
        this.back = driver.launch("batch_norm_back", 11);
        Launches.set(back, out.delta(), normal, scale, variance, in.delta(), Launches.at(gradient, slice.weightOffset()),
                Launches.at(gradient, slice.biasOffset()));
        back.set(8, channels);
        back.set(9, places);
        this.remember = driver.launch("batch_norm_remember", 6);
        Launches.set(remember, mean, variance, runningMean, runningVariance);
        remember.set(4, channels);
    }

    @Override
    Values output() {
        return out;
    }

    @Override
    void forward(int samples, Moment moment) {
        if (moment.training) {
            seen = samples * places;
            norm.set(7, samples);
            Device.blocks(norm, channels);
        } else {
            evaluate.set(6, samples);
            Device.blocks(evaluate, channels);
        }
    }

    @Override
    void backward(int samples, boolean anew) {
        back.set(7, samples);
        back.set(10, anew ? 1 : 0);
        Device.blocks(back, channels);
    }

    @Override
    void remember() {
        // One number alone has no unbiased variance.
        remember.set(5, seen > 1 ? (float) ((double) seen / (seen - 1)) : 1f);
        Device.over(remember, channels);
    }
}
