package dev.crescent.ui.loss;

/// How values lie on an axis of pixels, evenly or by their logarithm.
///
/// @param from the pixel of `min`; `to` that of `max`, which may be the smaller pixel
record Scale(double min, double max, boolean logarithmic, double from, double to) {
    /// A value's pixel; NaN for a value that is not finite. On a logarithmic axis, what is not above `min` lies at `min`.
    double at(double value) {
        if (!Double.isFinite(value)) {
            return Double.NaN;
        }
        double share = logarithmic
                ? Math.log(Math.max(value, min) / min) / Math.log(max / min)
                : (value - min) / (max - min);
        return from + share * (to - from);
    }

    double valueAt(double pixel) {
        double share = (pixel - from) / (to - from);
        return logarithmic ? min * Math.pow(max / min, share) : min + share * (max - min);
    }
}
