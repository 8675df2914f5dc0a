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

    /// On the shortest way to another one.
    ///
    /// @param share 0 is here, 1 there
    Camera to(Camera other, double share) {
        double turn = Math.IEEEremainder(other.yaw - yaw, 2 * Math.PI);
        return share >= 1 ? other : new Camera(yaw + share * turn, pitch + share * (other.pitch - pitch),
                zoom + share * (other.zoom - zoom));
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
