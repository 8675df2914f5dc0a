package dev.crescent.data.digits;

import org.jspecify.annotations.Nullable;

/// How a drawing is made ready to be read, with what lies between: its ink's box, the 20 pixels that the box is fitted to,
/// and the 28 x 28 that a network sees. All ink is from 0 (paper) to 1. Immutable as long as nobody writes into its arrays.
public final class Preparation {
    private final Box box;
    private final double massX;
    private final double massY;
    private final Centering.Fitted fitted;
    private final float[] centered;
    private final float[] asDrawn;
    private final Drawing drawing;
    private float @Nullable [] redrawn; // [28][28], once it was asked for

    /// A part of the pad, in pads from its upper left corner.
    public record Box(double left, double top, double width, double height) {}

    private Preparation(float[] ink, int side, Drawing drawing) {
        this.drawing = drawing;
        fitted = Centering.fit(ink, side, side);
        centered = Centering.center(fitted);
        AreaAverage.Box all = new AreaAverage.Box(0, 0, side, side);
        asDrawn = AreaAverage.scale(ink, side, all, Centering.SIDE, Centering.SIDE);
        AreaAverage.Box part = fitted.box();
        double mass = 0;
        double sumX = 0;
        double sumY = 0;
        for (int row = part.top(); row < part.top() + part.rows(); row++) {
            for (int column = part.left(); column < part.left() + part.columns(); column++) {
                float value = ink[row * side + column];
                mass += value;
                sumX += value * (column + 0.5);
                sumY += value * (row + 0.5);
            }
        }
        massX = mass == 0 ? 0.5 : sumX / mass / side;
        massY = mass == 0 ? 0.5 : sumY / mass / side;
        double pixel = 1.0 / side;
        box = isEmpty() ? new Box(0, 0, 0, 0)
                : new Box(part.left() * pixel, part.top() * pixel, part.columns() * pixel, part.rows() * pixel);
    }

    /// Prepares a drawing whose pixels are there.
    static Preparation of(Drawing drawing, InkRaster raster) {
        return new Preparation(raster.ink(), raster.side(), drawing);
    }

    /// Prepares a drawing. Who does so while it is drawn uses a [Preparer].
    public static Preparation of(Drawing drawing) {
        return new Preparer().prepare(drawing);
    }

    /// Whether there is no ink.
    public boolean isEmpty() {
        return fitted.box().rows() == 0;
    }

    /// The smallest part of the pad that holds all ink that counts; without width and height if there is none.
    public Box box() {
        return box;
    }

    /// The center of mass of the ink in the box, in pads from the left; the middle if there is none.
    public double massX() {
        return massX;
    }

    /// The center of mass of the ink in the box, in pads from the top; the middle if there is none.
    public double massY() {
        return massY;
    }

    /// The box fitted to 20 pixels, before it is centered.
    ///
    /// @return `[fittedRows][fittedColumns]`, empty without ink
    public float[] fitted() {
        return fitted.ink();
    }

    /// 20, or less for a drawing that is wider than high; 0 without ink.
    public int fittedRows() {
        return fitted.rows();
    }

    /// 20, or less for a drawing that is higher than wide; 0 without ink.
    public int fittedColumns() {
        return fitted.columns();
    }

    /// What the network is to read.
    ///
    /// @return `[28][28]`
    public float[] centered() {
        return centered;
    }

    /// The whole pad, neither cropped nor centered: what the network would have to read without preparation.
    ///
    /// @return `[28][28]`, each pixel the mean of its area
    public float[] asDrawn() {
        return asDrawn;
    }

    /// The strokes as the synthetic digits' pen draws them, whatever pen was used on the pad, and centered. A drawing with
    /// a background, or inverted, is more than strokes: that is as in [#centered()].
    ///
    /// @return `[28][28]`
    public float[] redrawn() {
        if (redrawn == null) {
            boolean strokesOnly = drawing.background() == null && !drawing.inverted();
            redrawn = strokesOnly ? Redrawing.of(drawing) : centered;
        }
        return redrawn;
    }
}
