package dev.crescent.data.digits;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/// A drawing in the making: the pen moves on, and what was done can be taken back step by step. A step is a whole stroke,
/// a new background, an inversion or a clearing.
public final class Sketch {
    private static final int MOST_STEPS = 500;

    private final Deque<Drawing> before = new ArrayDeque<>(); // the last step first
    private final Deque<Drawing> after = new ArrayDeque<>(); // the step taken back last first
    private Drawing drawing = Drawing.EMPTY;
    private boolean running;

    public Drawing drawing() {
        return drawing;
    }

    /// Whether a stroke has begun and not ended.
    public boolean isDrawing() {
        return running;
    }

    /// Puts the pen or the eraser down; on an empty drawing, there is nothing to erase.
    ///
    /// @param radius in pads, `x` and `y` likewise: see [PadStroke]
    public void begin(PadStroke.Tool tool, double radius, double x, double y) {
        end();
        if (tool == PadStroke.Tool.PEN || !drawing.isEmpty()) {
            become(drawing.with(PadStroke.at(tool, radius, x, y)));
            running = true;
        }
    }

    /// Moves the pen on, if it is down.
    public void extend(double x, double y) {
        if (running) {
            PadStroke last = drawing.strokes().getLast();
            PadStroke next = last.to(x, y);
            if (next != last) {
                drawing = drawing.withLast(next);
            }
        }
    }

    /// Lifts the pen.
    public void end() {
        running = false;
    }

    /// Another drawing takes this one's place, as one step.
    public void replace(Drawing next) {
        end();
        if (!next.equals(drawing)) {
            become(next);
        }
    }

    /// @return false if there was nothing to take back
    public boolean undo() {
        end();
        return step(before, after);
    }

    /// @return false if nothing was taken back since the last change
    public boolean redo() {
        end();
        return step(after, before);
    }

    public boolean canUndo() {
        return !before.isEmpty();
    }

    public boolean canRedo() {
        return !after.isEmpty();
    }

    private void become(Drawing next) {
        after.clear();
        before.push(drawing);
        if (before.size() > MOST_STEPS) {
            before.removeLast();
        }
        drawing = next;
    }

    private boolean step(Deque<Drawing> from, Deque<Drawing> to) {
        @Nullable Drawing next = from.poll();
        if (next == null) {
            return false;
        }
        to.push(drawing);
        drawing = next;
        return true;
    }
}
