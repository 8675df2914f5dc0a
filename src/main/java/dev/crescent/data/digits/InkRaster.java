package dev.crescent.data.digits;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The pixels of a drawing, which follow it: as the pen moves on, only those around its last points are computed anew.
///
/// What can change no more is kept apart, and the end of the running stroke drawn over it each time. The pixels are those
/// of [Drawing#render] whatever way a drawing came about. Not safe for use by several threads.
public final class InkRaster {
    private final int side;
    private final float[] ink; // [side][side]
    private final float[] settled; // [side][side]
    private Drawing shown = Drawing.EMPTY;
    private int settledSpans; // of the last stroke
    private Area tail = Area.NONE; // where ink is not what is settled
    private @Nullable InkImage scaledFrom;
    private float[] scaled = new float[0]; // [side][side] of scaledFrom

    /// A part of the pixels.
    ///
    /// @param left its first column, `top` its first row; `right` and `bottom` are those after the last
    public record Area(int left, int top, int right, int bottom) {
        public static final Area NONE = new Area(0, 0, 0, 0);

        public boolean isEmpty() {
            return right <= left || bottom <= top;
        }

        /// The smallest part that both lie in.
        Area and(Area other) {
            if (isEmpty() || other.isEmpty()) {
                return isEmpty() ? other : this;
            }
            return new Area(Math.min(left, other.left), Math.min(top, other.top),
                    Math.max(right, other.right), Math.max(bottom, other.bottom));
        }
    }

    /// @param side rows and columns, 1 or more
    public InkRaster(int side) {
        if (side < 1) {
            throw new IllegalArgumentException("A drawing has 1 row of pixels or more, not " + side);
        }
        this.side = side;
        ink = new float[side * side];
        settled = new float[side * side];
    }

    public int side() {
        return side;
    }

    /// The pixels themselves: the next drawing changes them.
    ///
    /// @return `[side][side]`, 0 (paper) to 1 (ink)
    public float[] ink() {
        return ink;
    }

    /// Takes on the pixels of a drawing.
    ///
    /// @return where pixels may have changed
    public Area show(Drawing next) {
        Area changed = tail;
        if (next == shown) {
            return Area.NONE;
        } else if (follows(next)) {
            copy(tail);
        } else {
            startOver(next);
            changed = new Area(0, 0, side, side);
        }
        int running = Math.max(0, shown.strokes().size() - 1);
        Area added = settle(next, running);
        copy(added);
        settledSpans = next.strokes().isEmpty() ? 0 : Math.max(settledSpans, next.strokes().getLast().settledSpans());
        tail = next.strokes().isEmpty() ? Area.NONE
                : draw(next, next.strokes().getLast(), settledSpans, next.strokes().getLast().spans(), ink);
        shown = next;
        return changed.and(added).and(tail);
    }

    /// Whether a drawing is the one before drawn on, so that what is settled stays.
    private boolean follows(Drawing next) {
        List<PadStroke> old = shown.strokes();
        int last = old.size() - 1;
        if (next.background() != shown.background() || next.inverted() != shown.inverted()
                || next.strokes().size() <= last) {
            return false;
        }
        for (int i = 0; i < last; i++) {
            if (next.strokes().get(i) != old.get(i)) {
                return false;
            }
        }
        // A piece of the curve depends on the two points after its first one.
        return last < 0 || next.strokes().get(last).startsAs(old.get(last), settledSpans == 0 ? 0 : settledSpans + 2);
    }

    private void startOver(Drawing next) {
        InkImage background = next.background();
        if (background == null) {
            Arrays.fill(settled, next.inverted() ? 1 : 0);
        } else {
            if (background != scaledFrom) {
                scaled = background.onPad(side);
                scaledFrom = background;
            }
            for (int i = 0; i < settled.length; i++) {
                settled[i] = next.inverted() ? 1 - scaled[i] : scaled[i];
            }
        }
        System.arraycopy(settled, 0, ink, 0, ink.length);
        settledSpans = 0;
        shown = Drawing.EMPTY;
    }

    /// Draws what is final from the running stroke of the drawing before on, but for the last stroke's end.
    private Area settle(Drawing next, int running) {
        Area added = Area.NONE;
        List<PadStroke> strokes = next.strokes();
        for (int i = running; i < strokes.size(); i++) {
            PadStroke stroke = strokes.get(i);
            boolean last = i == strokes.size() - 1;
            int to = last ? stroke.settledSpans() : stroke.spans();
            added = added.and(draw(next, stroke, settledSpans, to, settled));
            settledSpans = last ? settledSpans : 0;
        }
        return added;
    }

    private Area draw(Drawing drawing, PadStroke stroke, int from, int to, float[] into) {
        boolean adds = stroke.tool() == PadStroke.Tool.PEN != drawing.inverted();
        Nib nib = new Nib(into, side, stroke.radius() * side, adds);
        PadCurve.cut(stroke, from, to, side, nib);
        return nib.touched();
    }

    private void copy(Area area) {
        for (int row = area.top; row < area.bottom; row++) {
            int at = row * side + area.left;
            System.arraycopy(settled, at, ink, at, area.right - area.left);
        }
    }
}
