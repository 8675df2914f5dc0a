package dev.crescent.ui.demo;

import dev.crescent.experiment.Task;
import dev.crescent.insight.CurveData;
import dev.crescent.insight.OutputField;
import dev.crescent.insight.Region;
import dev.crescent.ui.points.PointsModel;
import java.util.List;
import java.util.SplittableRandom;

/// Made-up data for looking at the views and for their tests.
public final class Samples {
    private Samples() {}

    /// Two moons.
    public static PointsModel moons(int count) {
        SplittableRandom random = new SplittableRandom(4);
        float[] xy = new float[2 * count];
        int[] labels = new int[count];
        for (int i = 0; i < count; i++) {
            double t = random.nextDouble() * Math.PI;
            labels[i] = i % 2;
            xy[2 * i] = (float) ((i % 2 == 0 ? Math.cos(t) : 1 - Math.cos(t)) + 0.19 * random.nextGaussian());
            xy[2 * i + 1] = (float) ((i % 2 == 0 ? Math.sin(t) : 0.5 - Math.sin(t)) + 0.19 * random.nextGaussian());
        }
        return PointsModel.classes(xy, labels, count / 2, List.of("0", "1"));
    }

    /// p(class 1) of a curve that parts the moons.
    public static OutputField moonField(Region region, int size) {
        float[] p = new float[size * size];
        for (int i = 0; i < p.length; i++) {
            int column = i % size;
            int row = i / size;
            double x1 = region.x1Min() + (column + 0.5) / size * region.width();
            double x2 = region.x2Max() - (row + 0.5) / size * region.height();
            double line = 0.25 - 0.75 * Math.sin(3.1 * (x1 - 0.5)) * Math.exp(-Math.pow(x1 - 0.5, 2) / 1.6) + 0.35 * (x1 - 0.5);
            p[i] = (float) (1 / (1 + Math.exp(9 * (x2 - line))));
        }
        return new OutputField(region, size, size, Task.CLASSIFICATION, 2, new float[][] {p});
    }

    /// Clouds around the given number of centers.
    public static PointsModel blobs(int classes, int count) {
        SplittableRandom random = new SplittableRandom(7);
        float[] xy = new float[2 * count];
        int[] labels = new int[count];
        for (int i = 0; i < count; i++) {
            int k = i % classes;
            labels[i] = k;
            xy[2 * i] = (float) (3 * Math.cos(2 * Math.PI * k / classes) + 0.9 * random.nextGaussian());
            xy[2 * i + 1] = (float) (3 * Math.sin(2 * Math.PI * k / classes) + 0.9 * random.nextGaussian());
        }
        return PointsModel.classes(xy, labels, count / 2,
                java.util.stream.IntStream.range(0, classes).mapToObj(Integer::toString).toList());
    }

    /// Softmax over the distances to the centers of the blobs.
    public static OutputField blobField(Region region, int size, int classes) {
        float[][] p = new float[classes][size * size];
        for (int i = 0; i < size * size; i++) {
            int column = i % size;
            int row = i / size;
            double x1 = region.x1Min() + (column + 0.5) / size * region.width();
            double x2 = region.x2Max() - (row + 0.5) / size * region.height();
            double sum = 0;
            for (int k = 0; k < classes; k++) {
                double d = Math.hypot(x1 - 3 * Math.cos(2 * Math.PI * k / classes),
                        x2 - 3 * Math.sin(2 * Math.PI * k / classes));
                p[k][i] = (float) Math.exp(-d * d / 2.4);
                sum += p[k][i];
            }
            for (int k = 0; k < classes; k++) {
                p[k][i] = (float) (p[k][i] / Math.max(1e-30, sum));
            }
        }
        return new OutputField(region, size, size, Task.CLASSIFICATION, classes, p);
    }

    /// Points on a hill and in a hollow.
    public static PointsModel hills(int count) {
        SplittableRandom random = new SplittableRandom(9);
        float[] xy = new float[2 * count];
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            xy[2 * i] = (float) random.nextDouble(-6, 6);
            xy[2 * i + 1] = (float) random.nextDouble(-6, 6);
            values[i] = (float) hill(xy[2 * i], xy[2 * i + 1]);
        }
        return PointsModel.values(xy, values, count / 2, -1, 1);
    }

    public static OutputField hillField(Region region, int size) {
        float[] v = new float[size * size];
        for (int i = 0; i < v.length; i++) {
            int column = i % size;
            int row = i / size;
            v[i] = (float) hill(region.x1Min() + (column + 0.5) / size * region.width(),
                    region.x2Max() - (row + 0.5) / size * region.height());
        }
        return new OutputField(region, size, size, Task.REGRESSION, 0, new float[][] {v});
    }

    private static double hill(double x1, double x2) {
        return Math.exp(-(Math.pow(x1 - 2, 2) + Math.pow(x2 - 2, 2)) / 8)
                - Math.exp(-(Math.pow(x1 + 2, 2) + Math.pow(x2 + 2, 2)) / 8);
    }

    /// A run of so many epochs with one mark and one ghost.
    public static CurveData curves(int count) {
        SplittableRandom random = new SplittableRandom(3);
        double[][] c = new double[5][count];
        double[] ghostLoss = new double[count];
        double[] ghostAccuracy = new double[count];
        for (int i = 0; i < count; i++) {
            double t = 160.0 * i / Math.max(1, count - 1);
            double fall = 0.32 * Math.exp(-t / 60) + 0.33 * Math.exp(-t / 4);
            double late = t < 50 ? 1 : Math.exp(-(t - 50) / 14);
            c[0][i] = i;
            c[1][i] = 0.04 + fall * (0.15 + 0.85 * late) * Math.exp(0.05 * random.nextGaussian()) + 0.006 * random.nextDouble();
            c[2][i] = c[1][i] + 0.022 * (1 - late) + 0.01 * random.nextDouble();
            c[3][i] = Math.min(1, 0.985 - 0.13 * late - 0.05 * Math.exp(-t / 3) + 0.006 * random.nextGaussian());
            c[4][i] = Math.min(1, c[3][i] - 0.008 + 0.004 * random.nextGaussian());
            ghostLoss[i] = 0.07 + 0.24 / (1 + Math.exp((t - 100) / 14)) + 0.33 * Math.exp(-t / 4);
            ghostAccuracy[i] = 0.87 + 0.1 / (1 + Math.exp((95 - t) / 9));
        }
        return new CurveData(c[0], c[1], c[2], c[3], c[4], count,
                List.of(new CurveData.Mark(60 * count / 160.0, "rate 0.01")),
                List.of(new CurveData.Ghost("SGD 0.03", c[0], ghostLoss, ghostAccuracy)));
    }
}
