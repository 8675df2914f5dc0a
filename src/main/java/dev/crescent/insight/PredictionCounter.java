package dev.crescent.insight;

import dev.crescent.data.Dataset;
import dev.crescent.engine.Engine;
import dev.crescent.engine.Spread;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.Model;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// Compares what one network predicts for the samples of a data set's test part with their true values. Used by one
/// thread at a time.
///
/// The coefficient of determination is `R² = 1 - Σ(y - p)² / Σ(y - mean y)²` for true values y and predictions p, the first
/// of the eight definitions in T. O. Kvålseth, "Cautionary Note about R²", The American Statistician 39 (1985) 279–285,
/// and the one that he recommends.
public final class PredictionCounter implements OutcomeCounter {
    /// So many samples stand for all: more would not be told apart.
    static final int MOST_KEPT = 2000;

    private final Dataset.Samples test;
    private final ValueRange targets;
    private final TestPass pass;

    /// @param experiment with a network that fits the data
    /// @param data with values
    public PredictionCounter(Experiment experiment, Dataset data, Engine engine) {
        test = data.test();
        targets = ValueRange.ofTargets(test);
        pass = new TestPass((Model.Network) experiment.model(), data, engine);
    }

    /// Counts all of the test part.
    ///
    /// @param parameters `[layout total]`
    public Predictions count(float[] parameters) {
        return Objects.requireNonNull(count(parameters, Integer.MAX_VALUE, () -> false), "Nobody stopped it");
    }

    @Override
    public @Nullable Predictions count(float[] parameters, int most, BooleanSupplier stopped) {
        float[] truths = new float[pass.samples(most)];
        float[] predicted = new float[truths.length];
        boolean whole = pass.run(parameters, most, stopped, (i, sample, outputs, at, count) -> {
            truths[i] = test.values()[sample];
            predicted[i] = outputs[at];
        });
        return whole ? of(truths, predicted, targets) : null;
    }

    /// @param truths `[n]`
    /// @param predicted `[n]`, which may be NaN
    static Predictions of(float[] truths, float[] predicted, ValueRange targets) {
        int all = truths.length;
        int kept = Math.min(all, MOST_KEPT);
        float[] x = new float[kept];
        float[] y = new float[kept];
        int drawn = 0;
        int picked = 0;
        int answered = 0;
        double mean = 0;
        for (int i = 0; i < all; i++) {
            boolean number = !Float.isNaN(predicted[i]);
            if (number) {
                mean += (truths[i] - mean) / ++answered;
            }
            if (picked < kept && i == Spread.place(picked, kept, all)) {
                picked++;
                if (number) {
                    x[drawn] = truths[i];
                    y[drawn++] = predicted[i];
                }
            }
        }
        return new Predictions(Arrays.copyOf(x, drawn), Arrays.copyOf(y, drawn), targets, r2(truths, predicted, mean), all,
                all - answered);
    }

    /// @param mean of the true values that have a prediction
    private static double r2(float[] truths, float[] predicted, double mean) {
        double errors = 0;
        double spread = 0;
        for (int i = 0; i < truths.length; i++) {
            if (!Float.isNaN(predicted[i])) {
                double error = truths[i] - (double) predicted[i];
                double off = truths[i] - mean;
                errors += error * error;
                spread += off * off;
            }
        }
        return spread > 0 ? 1 - errors / spread : Double.NaN;
    }
}
