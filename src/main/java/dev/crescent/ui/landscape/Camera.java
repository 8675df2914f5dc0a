package dev.crescent.ui.landscape;

/// From where a landscape is seen in 3-D.
///
/// @param yaw how far the plane is turned about its middle, in radians; at 0 its lower edge lies in front
/// @param pitch how far the eye is above the plane's horizon, in radians: 0 sees it from the side, pi/2 from above
/// @param zoom 1 shows all of it
public record Camera(double yaw, double pitch, double zoom) {
    private static final double LOWEST = Math.toRadians(10);
    private static final double HIGHEST = Math.toRadians(88);
    private static final double FARTHEST = 0.5;
    private static final double NEAREST = 5;

    /// The whole of it, a corner to the front. Set after the bounds, which it is held in.
    public static final Camera HOME = new Camera(Math.toRadians(28), Math.toRadians(36), 1);

    /// Turns are kept within one, the pitch above the horizon, the zoom in bounds.
    ///
    /// @throws IllegalArgumentException if something is not finite
    public Camera {
        if (!Double.isFinite(yaw) || !Double.isFinite(pitch) || !Double.isFinite(zoom)) {
            throw new IllegalArgumentException("A camera must be finite, is " + yaw + ", " + pitch + ", " + zoom);
        }
        yaw = Math.IEEEremainder(yaw, 2 * Math.PI);
        pitch = Math.clamp(pitch, LOWEST, HIGHEST);
        zoom = Math.clamp(zoom, FARTHEST, NEAREST);
    }

    /// The whole of a landscape, turned by quarters from [#HOME] until its highest corner is behind.
    static Camera over(Relief relief) {
        double best = -1;
        int quarter = 0;
        for (int k = 0; k < 4; k++) {
            // At home, the upper right corner is behind; each quarter brings the next one clockwise there.
            double mean = corner(relief, k < 2, k == 0 || k == 3);
            if (mean > best + 0.05) {
                best = mean;
                quarter = k;
            }
        }
        return new Camera(HOME.yaw() + quarter * Math.PI / 2, HOME.pitch(), HOME.zoom());
    }

    /// The mean height of a quarter of the plane; 0 without any.
    private static double corner(Relief relief, boolean right, boolean upper) {
        int half = relief.side() / 2;
        double sum = 0;
        int count = 0;
        for (int row = 0; row < half; row++) {
            for (int column = 0; column < half; column++) {
                int node = (upper ? row + half : row) * relief.side() + (right ? column + half : column);
                float height = relief.heights()[node];
                if (!Float.isNaN(height)) {
                    sum += height;
                    count++;
                }
            }
        }
        return count == 0 ? 0 : sum / count;
    }

    /// Turned by so many radians more.
    public Camera turned(double yaws, double pitches) {
        return new Camera(yaw + yaws, pitch + pitches, zoom);
    }

    /// @param factor above 1 goes nearer
    public Camera zoomed(double factor) {
        return new Camera(yaw, pitch, zoom * factor);
    }
}
