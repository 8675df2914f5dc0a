package dev.crescent.ui.points;

import dev.crescent.insight.Region;

/// How a region of the plane lies on a square of pixels; x2 grows upwards, pixels downwards.
record Plane(Region region, double size) {
    double px(double x1) {
        return (x1 - region.x1Min()) / region.width() * size;
    }

    double py(double x2) {
        return (region.x2Max() - x2) / region.height() * size;
    }

    double x1(double px) {
        return region.x1Min() + px / size * region.width();
    }

    double x2(double py) {
        return region.x2Max() - py / size * region.height();
    }
}
