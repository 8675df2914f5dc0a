package dev.crescent.ui.network;

import dev.crescent.experiment.Activation;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;

/// An activation as a small drawn curve.
final class ActivationCurve {
    private static final int STEPS = 40;
    private static final double REACH = 3;

    private ActivationCurve() {}

    /// A curve from -3 to 3 in a box of the given size, its line 1 px inside. Styled by `activation-curve`.
    static Path of(Activation activation, double width, double height) {
        Path path = new Path();
        path.getStyleClass().add("activation-curve");
        path.setStrokeLineCap(StrokeLineCap.ROUND);
        path.setStrokeLineJoin(StrokeLineJoin.ROUND);
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i <= STEPS; i++) {
            double y = value(activation, x(i));
            low = Math.min(low, y);
            high = Math.max(high, y);
        }
        for (int i = 0; i <= STEPS; i++) {
            double px = 1 + (width - 2) * i / STEPS;
            double py = 1 + (height - 2) * (high - value(activation, x(i))) / (high - low);
            path.getElements().add(i == 0 ? new MoveTo(px, py) : new LineTo(px, py));
        }
        path.setManaged(true);
        path.setMouseTransparent(true);
        return path;
    }

    /// How far down the box the axis y = 0 lies, in the same scale as the curve.
    static double zero(Activation activation, double height) {
        double low = 0;
        double high = 0;
        for (int i = 0; i <= STEPS; i++) {
            double y = value(activation, x(i));
            low = Math.min(low, y);
            high = Math.max(high, y);
        }
        return 1 + (height - 2) * high / (high - low);
    }

    private static double x(int step) {
        return REACH * (2.0 * step / STEPS - 1);
    }

    /// One unit's output; of softmax that against a second unit at 0.
    static double value(Activation activation, double x) {
        return switch (activation) {
            case LINEAR -> x;
            case RELU -> Math.max(0, x);
            // Its true slope of 0.01 could not be told from relu at this size.
            case LEAKY_RELU -> x < 0 ? 0.1 * x : x;
            case ELU -> x < 0 ? Math.expm1(x) : x;
            case GELU -> x / 2 * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (x + 0.044715 * x * x * x)));
            case SOFTPLUS -> Math.log1p(Math.exp(x));
            case SIGMOID, SOFTMAX -> 1 / (1 + Math.exp(-1.6 * x));
            case TANH -> Math.tanh(1.3 * x);
            case SWISH -> x / (1 + Math.exp(-x));
            case MISH -> x * Math.tanh(Math.log1p(Math.exp(x)));
            case SINE -> Math.sin(1.9 * x);
            case STEP -> x < 0 ? 0 : 1;
        };
    }
}
