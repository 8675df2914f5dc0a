package dev.crescent.ui.pen;

/// A node that can draw itself with any pen, children and all, in its own coordinates.
public interface Drawn {
    void draw(Pen pen);
}
