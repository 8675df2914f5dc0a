package dev.crescent.ui.landscape;

/// How a block of the landscape lies on a picture for one camera.
///
/// The block's floor is a square of side 1 around the origin: x to the right, z away, y upwards. The eye looks at the
/// block's middle from [#DISTANCE] sides away: a mild perspective. Depths are distances along the line of sight.
/// Reused from picture to picture.
final class Projection {
    /// How high the highest loss stands, in sides of the plane.
    static final double HEIGHT = 0.42;
    /// How far below the lowest loss the floor is.
    static final double FLOOR = -0.1;

    private static final double DISTANCE = 2.6;
    private static final double MIDDLE = (HEIGHT + FLOOR) / 2;
    /// A block's widest and highest extent on a picture from the usual places, in its sides, with some room around.
    private static final double WIDEST = 1.6;
    private static final double HIGHEST = 1.5;
    /// About how far a block reaches from its middle.
    private static final double REACH = 0.64;
    /// Where the light comes from, as seen by the eye: from the left, above, a little from the front.
    private static final double LIGHT_LEFT = 0.62;
    private static final double LIGHT_ABOVE = 0.72;
    private static final double LIGHT_FRONT = 0.32;

    private double cosYaw = 1;
    private double sinYaw;
    private double cosPitch = 1;
    private double sinPitch;
    private double centerX;
    private double centerY;
    private double focal = 1;

    /// @param width of the picture in pixels
    void set(Camera camera, double width, double height) {
        cosYaw = Math.cos(camera.yaw());
        sinYaw = Math.sin(camera.yaw());
        cosPitch = Math.cos(camera.pitch());
        sinPitch = Math.sin(camera.pitch());
        focal = DISTANCE * camera.zoom() * Math.min(width / WIDEST, height / HIGHEST);
        centerX = width / 2;
        // However high the eye is, there is as much room above the block as below.
        double top = Math.max(rise(HEIGHT, REACH), rise(HEIGHT, -REACH));
        centerY = height / 2 + focal * (top + rise(FLOOR, -REACH)) / 2;
    }

    /// How far above the picture's middle a point is that is `away` behind the block's.
    private double rise(double y, double away) {
        return (away * sinPitch + (y - MIDDLE) * cosPitch) / (DISTANCE + away * cosPitch - (y - MIDDLE) * sinPitch);
    }

    /// How far away a point is along the line of sight.
    double depth(double x, double y, double z) {
        return DISTANCE + (x * sinYaw + z * cosYaw) * cosPitch - (y - MIDDLE) * sinPitch;
    }

    double pixelX(double x, double z, double depth) {
        return centerX + focal * (x * cosYaw - z * sinYaw) / depth;
    }

    double pixelY(double x, double y, double z, double depth) {
        return centerY - focal * ((x * sinYaw + z * cosYaw) * sinPitch + (y - MIDDLE) * cosPitch) / depth;
    }

    /// Pixels of the picture for a side of the plane, in its middle.
    double pixelsPerSide() {
        return focal / DISTANCE;
    }

    /// The share of light that a face gets, 0 to 1, by its normal of any length.
    double light(double nx, double ny, double nz) {
        double toLeft = nz * sinYaw - nx * cosYaw;
        double toFront = -nx * sinYaw - nz * cosYaw;
        double all = toLeft * LIGHT_LEFT + ny * LIGHT_ABOVE + toFront * LIGHT_FRONT;
        return Math.max(0, all / Math.sqrt(nx * nx + ny * ny + nz * nz));
    }

    /// Whether any upright face of the block with such a normal can be seen.
    boolean canFace(int nx, int nz) {
        double eyeX = -DISTANCE * cosPitch * sinYaw;
        double eyeZ = -DISTANCE * cosPitch * cosYaw;
        return nx * eyeX + nz * eyeZ > -0.5;
    }

    /// Where the line of sight through each pixel of a row meets the floor's plane.
    ///
    /// @param y of the pixel's middle
    /// @param ray gets x and z at the row's left end, and how much they grow with each pixel
    /// @return false where it never does
    boolean floor(double y, double[] ray) {
        double rise = (centerY - y) / focal;
        double down = sinPitch - rise * cosPitch;
        if (!(down > 1e-3)) {
            return false;
        }
        // The eye is DISTANCE * sinPitch above the middle.
        double length = (DISTANCE * sinPitch + MIDDLE - FLOOR) / down;
        double away = length * (cosPitch + rise * sinPitch) - DISTANCE * cosPitch;
        double step = length / focal;
        double left = -centerX * step;
        ray[0] = left * cosYaw + away * sinYaw;
        ray[1] = away * cosYaw - left * sinYaw;
        ray[2] = step * cosYaw;
        ray[3] = -step * sinYaw;
        return true;
    }
}
