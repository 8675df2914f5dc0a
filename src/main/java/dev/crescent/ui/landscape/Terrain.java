package dev.crescent.ui.landscape;

/// Paints the block whose upper side is a landscape: the surface, the walls around it and around its holes, the floor
/// that is seen through them, and the shadow on the ground.
final class Terrain {
    private static final double LEAST_LIGHT = 0.5;
    private static final double MORE_LIGHT = 0.58;
    private static final double WALL_LEAST = 0.84;
    private static final double WALL_MORE = 0.22;
    /// How near the picture's edges the shadow fades away, as a share of its height below and of its width at the sides.
    private static final double EDGE = 0.1;
    /// How far the shadow reaches, in sides of the plane.
    private static final double SHADOW = 0.32;
    private static final int STRIPE = 2;

    private final Vertices points = new Vertices();
    private final Raster raster;
    private final double[] ray = new double[4];
    private Look look;
    private Relief relief;
    private boolean whole;

    Terrain(Look look, Relief relief) {
        this.look = look;
        this.relief = relief;
        raster = new Raster(points, look);
    }

    Raster raster() {
        return raster;
    }

    void setLook(Look colors) {
        look = colors;
        raster.setLook(colors);
    }

    void setRelief(Relief to) {
        relief = to;
        whole = true;
        for (int row = 0; row < to.side() - 1; row++) {
            for (int column = 0; column < to.side() - 1; column++) {
                whole &= to.isWhole(row, column);
            }
        }
        points.reserve(2 * to.side() * to.side());
    }

    /// @param density pixels of the picture for each that the user sees, which lines get wider by
    void paint(Projection projection, double density) {
        project(projection);
        raster.clear();
        if (!whole) {
            plate((int) Math.max(1, Math.round(STRIPE * density)));
        }
        walls(projection);
        surface();
        shadow(projection);
    }

    /// The nodes of the surface, and below each of them one on the floor.
    private void project(Projection projection) {
        int side = relief.side();
        int count = side * side;
        float[] heights = relief.heights();
        float[] slopes = relief.slopes();
        for (int i = 0; i < count; i++) {
            double x = (i % side) / (side - 1.0) - 0.5;
            double z = (i / side) / (side - 1.0) - 0.5;
            float height = heights[i];
            if (!Float.isNaN(height)) {
                points.set(i, projection, x, height * Projection.HEIGHT, z);
                points.height[i] = height;
                double lit = projection.light(-slopes[2 * i] * Projection.HEIGHT, 1,
                        -slopes[2 * i + 1] * Projection.HEIGHT);
                points.light[i] = (float) Math.min(1, LEAST_LIGHT + MORE_LIGHT * lit);
            }
            points.set(count + i, projection, x, Projection.FLOOR, z);
        }
    }

    private void plate(int stripe) {
        int side = relief.side();
        int first = side * side;
        int last = first + side * side - 1;
        raster.useStripes(look.plate(), look.hatch(), stripe);
        raster.triangle(first, first + side - 1, last);
        raster.triangle(first, last - side + 1, last);
    }

    /// Walls stand wherever a whole cell has none beside it; all that face the same way have the same color.
    private void walls(Projection projection) {
        for (int turn = 0; turn < 4; turn++) {
            int right = turn == 0 ? 1 : turn == 1 ? -1 : 0;
            int up = turn == 2 ? 1 : turn == 3 ? -1 : 0;
            if (projection.canFace(right, up)) {
                raster.useColor(Argb.dimmed(look.wall(), WALL_LEAST + WALL_MORE * projection.light(right, 0, up)));
                walls(right, up);
            }
        }
    }

    private void walls(int right, int up) {
        int cells = relief.side() - 1;
        for (int row = 0; row < cells; row++) {
            for (int column = 0; column < cells; column++) {
                if (relief.isWhole(row, column) && !relief.isWhole(row + up, column + right)) {
                    wall(row + (up > 0 ? 1 : 0), column + (right > 0 ? 1 : 0), right == 0);
                }
            }
        }
    }

    private void wall(int row, int column, boolean alongRow) {
        int side = relief.side();
        int from = row * side + column;
        int to = from + (alongRow ? 1 : side);
        raster.triangle(from, to, side * side + from);
        raster.triangle(to, side * side + from, side * side + to);
    }

    private void surface() {
        int side = relief.side();
        raster.useRamp();
        for (int row = 0; row < side - 1; row++) {
            for (int column = 0; column < side - 1; column++) {
                if (whole || relief.isWhole(row, column)) {
                    int i = row * side + column;
                    raster.triangle(i, i + 1, i + side);
                    raster.triangle(i + 1, i + side, i + side + 1);
                }
            }
        }
    }

    /// Darkens the ground where nothing stands, the more the nearer it is to the block.
    private void shadow(Projection projection) {
        int[] pixels = raster.pixels();
        int width = raster.width();
        double side = EDGE * width;
        for (int row = 0; row < raster.height(); row++) {
            if (!projection.floor(row + 0.5, ray)) {
                continue;
            }
            double below = Math.min(1, (raster.height() - row) / (EDGE * raster.height()));
            double x = ray[0] + 0.5 * ray[2];
            double z = ray[1] + 0.5 * ray[3];
            for (int column = 0; column < width; column++, x += ray[2], z += ray[3]) {
                int i = row * width + column;
                if (pixels[i] == 0) {
                    double outX = Math.max(0, Math.abs(x) - 0.5);
                    double outZ = Math.max(0, Math.abs(z) - 0.5);
                    double square = (outX * outX + outZ * outZ) / (SHADOW * SHADOW);
                    if (square < 1) {
                        double fall = 1 - square;
                        double strength = below * Math.min(1, Math.min(column, width - 1 - column) / side);
                        pixels[i] = Argb.over(look.shadow(), (float) (strength * fall * fall * fall), 0);
                    }
                }
            }
        }
    }
}
