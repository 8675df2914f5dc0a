package dev.crescent.experiment;

/// What training makes small; `HUBER` has delta 1. Formulas: DESIGN section 5 and the engine's documentation.
public enum Loss implements Named {
    CROSS_ENTROPY, BINARY_CROSS_ENTROPY, MEAN_SQUARED_ERROR, HALF_SQUARED_ERROR, HUBER, HINGE;

    @Override
    public String id() {
        return Named.kebab(this);
    }
}
