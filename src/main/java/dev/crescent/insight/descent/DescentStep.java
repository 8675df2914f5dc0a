package dev.crescent.insight.descent;

/// One step of a descent in the plane, with all that can be drawn of it.
///
/// @param value the function's before the step
public record DescentStep(double value, WeightStep x, WeightStep y) {
    /// From 1.
    public long number() {
        return x.constants().number();
    }

    public PlaneVector from() {
        return new PlaneVector(x.w(), y.w());
    }

    public PlaneVector to() {
        return new PlaneVector(x.next(), y.next());
    }

    /// The way of the step.
    public PlaneVector change() {
        return new PlaneVector(x.change(), y.change());
    }

    public PlaneVector gradient() {
        return new PlaneVector(x.g(), y.g());
    }

    /// The momentum that this step leaves behind; it points uphill, as the gradient does.
    public PlaneVector momentum() {
        return new PlaneVector(x.after().momentum(), y.after().momentum());
    }

    /// The momentum as this step takes it, such as Adam's bias-corrected one; see [WeightStep#momentumUsed()].
    public PlaneVector momentumUsed() {
        return new PlaneVector(x.momentumUsed(), y.momentumUsed());
    }

    /// The accumulated squares of the gradient's two parts, never below 0.
    public PlaneVector squares() {
        return new PlaneVector(x.after().squares(), y.after().squares());
    }

    /// The accumulated squares as this step takes them.
    public PlaneVector squaresUsed() {
        return new PlaneVector(x.squaresUsed(), y.squaresUsed());
    }

    /// The gradient as the optimizer adjusts it: what the learning rate multiplies.
    public PlaneVector adjusted() {
        return new PlaneVector(x.adjusted(), y.adjusted());
    }
}
