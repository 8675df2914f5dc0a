package dev.crescent.ui.loss;

import dev.crescent.insight.Ticks;
import java.util.List;

/// The ranges of the axes; they survive runs that are empty, constant, or not finite.
final class Ranges {
    private Ranges() {}

    /// The last epoch of any curve; 10 while none has gone beyond epoch 0.
    static double lastEpoch(List<Series> curves) {
        double last = 0;
        for (Series series : curves) {
            last = Double.isFinite(series.end()) ? Math.max(last, series.end()) : last;
        }
        return last > 0 ? last : 10;
    }

    /// The value axis's ends for a measure, the lower one first.
    ///
    /// @param logarithmic leaves out what is not above 0
    static double[] values(Measure measure, List<Series> curves, boolean logarithmic) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (Series series : curves) {
            for (int i = 0; i < series.count(); i++) {
                double value = series.values()[i];
                if (Double.isFinite(value) && !(logarithmic && value <= 0)) {
                    least = Math.min(least, value);
                    most = Math.max(most, value);
                }
            }
        }
        if (measure == Measure.ACCURACY) {
            return accuracies(least);
        }
        return logarithmic ? logarithms(least, most) : losses(least, most);
    }

    private static double[] accuracies(double least) {
        double low = least <= 1 ? Math.floor(least * 10 + 1e-9) / 10 : 0.5;
        return new double[] {Math.clamp(low, 0, 0.9), 1};
    }

    private static double[] losses(double least, double most) {
        if (!(most > 0) && !(least < 0)) {
            return new double[] {0, 1};
        }
        double low = Math.min(0, least);
        double high = Math.max(0, most);
        double step = Ticks.step((high - low) / 4);
        return new double[] {Math.floor(low / step) * step, Math.ceil(high / step - 1e-9) * step};
    }

    private static double[] logarithms(double least, double most) {
        if (!(most > 0)) {
            return new double[] {0.1, 1};
        }
        if (most / least < 1.5) {
            double middle = Math.sqrt(least) * Math.sqrt(most); // their product might be too large, or 0
            return new double[] {middle / 2, middle * 2};
        }
        double room = Math.pow(most / least, 0.04);
        return new double[] {least / room, most * room};
    }
}
