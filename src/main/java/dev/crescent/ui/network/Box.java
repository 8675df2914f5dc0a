package dev.crescent.ui.network;

/// A rectangle in the view's pixels.
record Box(double x, double y, double width, double height) {
    double right() {
        return x + width;
    }

    double bottom() {
        return y + height;
    }

    double centerX() {
        return x + width / 2;
    }

    double centerY() {
        return y + height / 2;
    }

    boolean contains(double atX, double atY) {
        return atX >= x && atX <= right() && atY >= y && atY <= bottom();
    }
}
