package dev.crescent.insight.image;

import dev.crescent.data.Dataset;
import dev.crescent.engine.Engine;
import dev.crescent.experiment.InvalidSettingException;
import dev.crescent.experiment.Loss;
import dev.crescent.experiment.Model;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// Has one network read a whole part of a data set. Used by one thread at a time.
public final class MistakeFinder {
    private static final int AT_ONCE = 256;

    private final ImageReader reader;

    /// @param inputShape `[channels, rows, columns]`, or `[features]`
    /// @param loss by which the network is trained
    /// @throws InvalidSettingException if a layer does not fit what comes into it
    public MistakeFinder(Engine engine, Model.Network network, List<Integer> inputShape, Loss loss) {
        this.reader = new ImageReader(engine, network, inputShape, loss, AT_ONCE);
    }

    /// Reads all samples.
    ///
    /// @param parameters `[layout total]`
    /// @param samples with inputs as the network's, and labels below the number of its classes
    /// @param stopped asked now and then whether to give up
    /// @return null if it was stopped
    public @Nullable Mistakes find(float[] parameters, Dataset.Samples samples, BooleanSupplier stopped) {
        int all = samples.count();
        Mistakes mistakes = new Mistakes(Arrays.copyOf(samples.labels(), all), new int[all], new float[all][],
                new double[all]);
        SampleColumns columns = new SampleColumns(samples, reader.width, all);
        for (int first = 0; first < all; first += AT_ONCE) {
            if (stopped.getAsBoolean()) {
                return null;
            }
            int count = Math.min(AT_ONCE, all - first);
            columns.turn(first, count, reader.inputs);
            reader.read(parameters, count);
            for (int i = 0; i < count; i++) {
                note(mistakes, i, first + i);
            }
        }
        return mistakes;
    }

    private void note(Mistakes mistakes, int image, int sample) {
        int said = reader.said(image);
        mistakes.predictions()[sample] = said;
        if (said < 0) {
            mistakes.probabilities()[sample] = new float[reader.classes()];
            Arrays.fill(mistakes.probabilities()[sample], Float.NaN);
            mistakes.losses()[sample] = Double.POSITIVE_INFINITY;
        } else {
            float[] probabilities = reader.probabilities(image);
            mistakes.probabilities()[sample] = probabilities;
            mistakes.losses()[sample] = reader.loss(image, mistakes.labels()[sample], probabilities);
        }
    }
}
