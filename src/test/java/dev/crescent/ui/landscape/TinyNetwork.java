package dev.crescent.ui.landscape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// A real loss landscape to look at: a 2-6-1 tanh network on two interleaved arcs, trained by four optimizers from one
/// start, and its losses over the plane through the start and the ends of two of the paths.
final class TinyNetwork {
    private static final int UNITS = 6;
    private static final int SIZE = 4 * UNITS + 1;
    private static final int SAMPLES = 60;
    private static final List<String> NAMES = List.of("SGD", "Momentum", "RMSprop", "Adam");
    private static final double[] RATES = {0.25, 0.08, 0.006, 0.012};

    private final double[][] inputs = new double[SAMPLES][2];
    private final double[] targets = new double[SAMPLES];

    private TinyNetwork() {
        Random random = new Random(3);
        for (int i = 0; i < SAMPLES; i++) {
            double t = Math.PI * (i / 2) / (SAMPLES / 2.0);
            boolean second = i % 2 == 1;
            inputs[i][0] = (second ? 1 - Math.cos(t) : Math.cos(t)) - 0.5 + 0.12 * random.nextGaussian();
            inputs[i][1] = (second ? 0.5 - Math.sin(t) : Math.sin(t)) - 0.25 + 0.12 * random.nextGaussian();
            targets[i] = second ? 1 : -1;
        }
    }

    /// After so many steps of each optimizer.
    static Landscape landscape(int side, int steps) {
        TinyNetwork network = new TinyNetwork();
        double[] start = new double[SIZE];
        Random random = new Random(11);
        for (int i = 0; i < SIZE; i++) {
            start[i] = 0.9 * random.nextGaussian();
        }
        List<List<double[]>> paths = new ArrayList<>();
        for (int optimizer = 0; optimizer < NAMES.size(); optimizer++) {
            paths.add(network.train(start, optimizer, steps));
        }
        double[] first = unit(minus(paths.get(3).getLast(), start), null);
        double[] second = unit(minus(paths.get(1).getLast(), start), first);
        return network.over(side, start, first, second, paths);
    }

    private Landscape over(int side, double[] origin, double[] first, double[] second, List<List<double[]>> paths) {
        double[] bounds = {0, 0, 0, 0};
        List<Track> tracks = new ArrayList<>();
        for (int k = 0; k < paths.size(); k++) {
            List<double[]> path = paths.get(k);
            float[] a = new float[path.size()];
            float[] b = new float[path.size()];
            float[] loss = new float[path.size()];
            for (int i = 0; i < a.length; i++) {
                double[] from = minus(path.get(i), origin);
                a[i] = (float) dot(from, first);
                b[i] = (float) dot(from, second);
                loss[i] = (float) loss(path.get(i));
                bounds[0] = Math.min(bounds[0], a[i]);
                bounds[1] = Math.max(bounds[1], a[i]);
                bounds[2] = Math.min(bounds[2], b[i]);
                bounds[3] = Math.max(bounds[3], b[i]);
            }
            tracks.add(new Track(NAMES.get(k), NAMES.get(k).substring(0, 1), k, a, b, loss));
        }
        double half = 0.5 * Math.max(bounds[1] - bounds[0], bounds[3] - bounds[2]) * 2;
        double a = (bounds[0] + bounds[1]) / 2;
        double b = (bounds[2] + bounds[3]) / 2;
        float[] losses = new float[side * side];
        for (int i = 0; i < losses.length; i++) {
            double x = a - half + 2 * half * (i % side) / (side - 1);
            double y = b - half + 2 * half * (i / side) / (side - 1);
            double[] at = origin.clone();
            for (int p = 0; p < SIZE; p++) {
                at[p] += x * first[p] + y * second[p];
            }
            losses[i] = (float) loss(at);
        }
        return Landscape.of(new Surface(side, losses, a - half, a + half, b - half, b + half), tracks, 0.08);
    }

    private List<double[]> train(double[] start, int optimizer, int steps) {
        double[] w = start.clone();
        double[] m = new double[SIZE];
        double[] v = new double[SIZE];
        double[] g = new double[SIZE];
        Random random = new Random(5);
        List<double[]> path = new ArrayList<>(List.of(start));
        for (int step = 1; step <= steps; step++) {
            gradient(w, g, random);
            for (int p = 0; p < SIZE; p++) {
                v[p] = (optimizer == 2 ? 0.99 : 0.999) * v[p] + (optimizer == 2 ? 0.01 : 0.001) * g[p] * g[p];
                m[p] = optimizer == 3 ? 0.9 * m[p] + 0.1 * g[p] : 0.9 * m[p] + g[p];
                double change = switch (optimizer) {
                    case 0 -> g[p];
                    case 1 -> m[p];
                    case 2 -> g[p] / (Math.sqrt(v[p]) + 1e-8);
                    default -> m[p] / (1 - Math.pow(0.9, step))
                            / (Math.sqrt(v[p] / (1 - Math.pow(0.999, step))) + 1e-8);
                };
                w[p] -= RATES[optimizer] * change;
            }
            path.add(w.clone());
        }
        return path;
    }

    /// The gradient of ten samples' loss.
    private void gradient(double[] w, double[] g, Random random) {
        Arrays.fill(g, 0);
        for (int n = 0; n < 10; n++) {
            int i = random.nextInt(SAMPLES);
            double error = 2 * (output(w, inputs[i]) - targets[i]) / 10;
            for (int u = 0; u < UNITS; u++) {
                double h = Math.tanh(w[4 * u] * inputs[i][0] + w[4 * u + 1] * inputs[i][1] + w[4 * u + 2]);
                double back = error * w[4 * u + 3] * (1 - h * h);
                g[4 * u] += back * inputs[i][0];
                g[4 * u + 1] += back * inputs[i][1];
                g[4 * u + 2] += back;
                g[4 * u + 3] += error * h;
            }
            g[SIZE - 1] += error;
        }
    }

    private double loss(double[] w) {
        double sum = 0;
        for (int i = 0; i < SAMPLES; i++) {
            double error = output(w, inputs[i]) - targets[i];
            sum += error * error;
        }
        return sum / SAMPLES;
    }

    private static double output(double[] w, double[] x) {
        double sum = w[SIZE - 1];
        for (int u = 0; u < UNITS; u++) {
            sum += w[4 * u + 3] * Math.tanh(w[4 * u] * x[0] + w[4 * u + 1] * x[1] + w[4 * u + 2]);
        }
        return sum;
    }

    private static double[] minus(double[] x, double[] y) {
        double[] difference = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            difference[i] = x[i] - y[i];
        }
        return difference;
    }

    private static double dot(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * y[i];
        }
        return sum;
    }

    /// Of length 1 and at a right angle to another.
    private static double[] unit(double[] x, double @Nullable [] other) {
        double[] rest = x.clone();
        if (other != null) {
            double along = dot(x, other);
            for (int i = 0; i < x.length; i++) {
                rest[i] -= along * other[i];
            }
        }
        double length = Math.sqrt(dot(rest, rest));
        for (int i = 0; i < x.length; i++) {
            rest[i] /= length;
        }
        return rest;
    }
}
