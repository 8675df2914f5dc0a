package dev.crescent.ui.landscape;

/// Points on a picture: pixels, nearness, height and light. Reused from picture to picture.
final class Vertices {
    float[] x = {};
    float[] y = {};
    /// One over the depth: larger is nearer, 0 is endlessly far away. Changes evenly along straight lines on a picture.
    float[] near = {};
    float[] height = {};
    float[] light = {};

    /// Makes room for at least so many.
    void reserve(int count) {
        if (x.length < count) {
            x = new float[count];
            y = new float[count];
            near = new float[count];
            height = new float[count];
            light = new float[count];
        }
    }

    void set(int index, Projection projection, double px, double py, double pz) {
        double depth = projection.depth(px, py, pz);
        x[index] = (float) projection.pixelX(px, pz, depth);
        y[index] = (float) projection.pixelY(px, py, pz, depth);
        near[index] = (float) (1 / depth);
    }
}
