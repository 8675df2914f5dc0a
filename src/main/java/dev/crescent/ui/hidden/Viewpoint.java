package dev.crescent.ui.hidden;

import dev.crescent.insight.hidden.Extent;
import dev.crescent.ui.landscape.Camera;

/// Where places of a hidden space lie on a picture: flat, or in 3-D as a cube on a turntable, seen in mild perspective.
/// The second axis points upwards. Reused from picture to picture.
final class Viewpoint {
    /// The eye is so many half sides of the cube away from its middle.
    private static final double DISTANCE = 5;
    /// So many half sides of the cube are on the picture's shorter half; only its corners may reach farther.
    private static final double REACH = 1.3;

    private boolean deep;
    private double centerX;
    private double centerY;
    private double scale;
    private Extent extent = new Extent(0, 0, 0, 1);
    private double cosYaw;
    private double sinYaw;
    private double cosPitch;
    private double sinPitch;
    private double size;
    private double reach = 1; // of the shorter half, that a flat picture is fitted into

    // The place that was put last:
    double x;
    double y;
    /// How far in front of the middle it is, in half sides; 0 in a flat picture.
    double near;
    /// How much larger than in the middle things are there.
    double grown;

    /// @param width of the picture, in pixels
    void set(Extent of, boolean inDepth, Camera camera, double width, double height) {
        extent = of;
        deep = inDepth;
        centerX = width / 2;
        centerY = height / 2;
        size = Math.min(width, height) / 2;
        scale = deep ? size / REACH * camera.zoom() : reach * size / of.half();
        cosYaw = Math.cos(camera.yaw());
        sinYaw = Math.sin(camera.yaw());
        cosPitch = Math.cos(camera.pitch());
        sinPitch = Math.sin(camera.pitch());
    }

    /// Fits flat pictures into this share of the shorter half.
    void setReach(double share) {
        reach = share;
    }

    /// The farther behind something is, the more it fades: 1 in front, less behind.
    static double light(double near) {
        return Math.clamp(0.68 + 0.32 * near, 0.3, 1);
    }

    double reach() {
        return reach;
    }

    /// How far a flat picture reaches to the sides of its middle, in the space's units.
    double reachX() {
        return centerX / scale;
    }

    double reachY() {
        return centerY / scale;
    }

    /// Finds the pixel of a place.
    void put(double px, double py, double pz) {
        double a = px - extent.x();
        double b = py - extent.y();
        if (!deep) {
            x = centerX + scale * a;
            y = centerY - scale * b;
            near = 0;
            grown = 1;
            return;
        }
        double c = pz - extent.z();
        double right = (a * cosYaw + c * sinYaw) / extent.half();
        double ahead = (c * cosYaw - a * sinYaw) / extent.half();
        double up = b / extent.half();
        double risen = up * cosPitch - ahead * sinPitch;
        near = up * sinPitch + ahead * cosPitch;
        // What comes too near the eye is no picture any more.
        grown = DISTANCE / Math.max(0.5, DISTANCE - near);
        x = centerX + scale * grown * right;
        y = centerY - scale * grown * risen;
    }
}
