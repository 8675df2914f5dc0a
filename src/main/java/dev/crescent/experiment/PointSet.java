package dev.crescent.experiment;

/// The generated 2-D data sets. `CIRCLE`, `XOR`, `GAUSS`, `SPIRAL`, `PLANE` and `GAUSS_REGRESSION` are TensorFlow
/// Playground's.
public enum PointSet implements Named {
    MOONS, CRESCENTS, CIRCLE, XOR, GAUSS, SPIRAL, BLOBS, RINGS, CHECKERBOARD, ANNULUS, TWO_CURVES, PLANE, GAUSS_REGRESSION;

    @Override
    public String id() {
        return Named.kebab(this);
    }

    /// Classes for all but the two sets whose target is a value.
    public Task task() {
        return this == PLANE || this == GAUSS_REGRESSION ? Task.REGRESSION : Task.CLASSIFICATION;
    }
}
