package dev.crescent.ui.data;

import dev.crescent.experiment.Data;
import dev.crescent.experiment.PointSet;
import dev.crescent.experiment.Source;
import dev.crescent.ui.Texts;
import java.math.BigDecimal;
import java.math.RoundingMode;

/// What the panel knows of a point set besides its points: how noisy it usually is, how noisy it may get, its words.
///
/// @param noise what the set starts with
/// @param mostNoise the slider's right end, where the set is hard to make out
record SetFacts(PointSet set, double noise, double mostNoise) {
    /// As many samples as the default experiment, for a set that follows data without a number of samples.
    private static final int SAMPLES = 500;

    static SetFacts of(PointSet set) {
        return switch (set) {
            case MOONS, CIRCLE, XOR, GAUSS, PLANE, GAUSS_REGRESSION -> new SetFacts(set, 0.1, 0.5);
            case SPIRAL -> new SetFacts(set, 0, 0.5);
            case BLOBS -> new SetFacts(set, 0.4, 1);
            case RINGS -> new SetFacts(set, 0.1, 0.3);
            case CHECKERBOARD -> new SetFacts(set, 0, 0.2);
            case ANNULUS, TWO_CURVES -> new SetFacts(set, 0.05, 0.3);
            case CRESCENTS -> new SetFacts(set, 0, 0.01);
        };
    }

    /// How many decimals the set's noise needs.
    int decimals() {
        return mostNoise < 0.1 ? 4 : 2;
    }

    String name() {
        return Texts.get("pointset." + set.id());
    }

    /// One sentence on what the set shows.
    String sentence() {
        return Texts.get("pointset." + set.id() + ".hint");
    }

    /// The data after this set was chosen: samples, split and scaling stay. A usual noise becomes this set's usual one;
    /// a noise that was set by hand keeps its place between none and the most.
    Data chosen(Data now) {
        if (now.source() instanceof Source.Points(PointSet before, int samples, double noiseBefore)) {
            SetFacts former = of(before);
            double carried = noiseBefore == former.noise || before == set ? noise
                    : rounded(mostNoise * Math.min(1, noiseBefore / former.mostNoise));
            return now.withSource(new Source.Points(set, samples, before == set ? noiseBefore : carried));
        }
        return now.withSource(new Source.Points(set, SAMPLES, noise));
    }

    private double rounded(double value) {
        return BigDecimal.valueOf(value).setScale(decimals(), RoundingMode.HALF_UP).doubleValue();
    }
}
