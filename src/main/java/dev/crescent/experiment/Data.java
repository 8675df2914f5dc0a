package dev.crescent.experiment;

/// The data set of an experiment.
///
/// @param seed for generating and for the shuffle that splits off the test part
/// @param testFraction the share of samples kept for testing, 0 (none) to 0.95
public record Data(Source source, long seed, double testFraction, Scaling scaling) {
    public Data {
        Check.within("testFraction", testFraction, 0, 0.95);
        boolean fitted = scaling == Scaling.STANDARDIZE || scaling == Scaling.MIN_MAX;
        Check.require(!(source instanceof Source.Digits digits && digits.fresh() && fitted), "scaling",
                "must be unit or none for fresh digits, which a scaling cannot be fitted to beforehand, is " + scaling.id());
    }

    public Data withSource(Source value) {
        return new Data(value, seed, testFraction, scaling);
    }

    public Data withSeed(long value) {
        return new Data(source, value, testFraction, scaling);
    }

    public Data withTestFraction(double value) {
        return new Data(source, seed, value, scaling);
    }

    public Data withScaling(Scaling value) {
        return new Data(source, seed, testFraction, value);
    }
}
