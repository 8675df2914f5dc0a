package dev.crescent.data.digits;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is on the drawing pad: strokes over an image or over empty paper, in the order of drawing. Immutable.
///
/// @param background lies below all strokes, if there is one
/// @param inverted whether ink and paper have changed places, everywhere
public record Drawing(@Nullable InkImage background, boolean inverted, List<PadStroke> strokes) {
    /// Empty paper.
    public static final Drawing EMPTY = new Drawing(null, false, List.of());

    public Drawing {
        strokes = List.copyOf(strokes);
    }

    /// An image with no strokes on it.
    public static Drawing of(InkImage background) {
        return new Drawing(background, false, List.of());
    }

    /// Whether nothing was ever drawn on it. What was drawn and erased again is not nothing: it can be undone.
    public boolean isEmpty() {
        return background == null && !inverted && strokes.isEmpty();
    }

    /// The drawing and one more stroke.
    public Drawing with(PadStroke stroke) {
        List<PadStroke> next = new ArrayList<>(strokes);
        next.add(stroke);
        return new Drawing(background, inverted, next);
    }

    /// The drawing with its last stroke replaced, as when that is drawn on.
    public Drawing withLast(PadStroke stroke) {
        List<PadStroke> next = new ArrayList<>(strokes);
        next.set(next.size() - 1, stroke);
        return new Drawing(background, inverted, next);
    }

    /// Ink becomes paper, and paper ink.
    public Drawing invert() {
        return new Drawing(background, !inverted, strokes);
    }

    /// All its ink, with smooth edges of one pixel.
    ///
    /// A pen leaves at least `r - d + 0.5`, 0 to 1, where the curve of its stroke is `d` pixels away and `r` is its radius;
    /// an eraser leaves at most 1 less that.
    ///
    /// @return `[side][side]`, 0 (paper) to 1 (ink)
    public float[] render(int side) {
        InkRaster raster = new InkRaster(side);
        raster.show(this);
        return raster.ink();
    }
}
