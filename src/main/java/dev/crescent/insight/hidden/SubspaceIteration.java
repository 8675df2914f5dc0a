package dev.crescent.insight.hidden;

import java.util.Arrays;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// The first eigenvectors of a covariance that is never written down: a few directions are multiplied by it again and
/// again, and made orthonormal each time.
///
/// Source: subspace iteration with a Rayleigh-Ritz step, Golub and Van Loan, "Matrix Computations", section 8.2.4;
/// some more directions than wanted make it fast, Halko, Martinsson and Tropp (2011).
final class SubspaceIteration {
    private static final int MORE = 6;
    private static final int MOST_ROUNDS = 40;
    /// Until a variance changes by less than this share of itself, far less than a pixel.
    private static final double SETTLED = 1e-6;

    private SubspaceIteration() {}

    /// @param wanted eigenvectors
    /// @param near directions to begin with, `[some][unit]`; the rest are random, and the same each time
    static PrincipalComponents.Eigen of(Cloud cloud, double[] mean, int wanted, double @Nullable [][] near) {
        int directions = Math.min(cloud.units(), wanted + MORE);
        double[][] q = start(directions, cloud.units(), near);
        double[][] along = new double[directions][cloud.count()];
        double[] before = new double[wanted];
        for (int round = 0;; round++) {
            project(cloud, mean, q, along);
            PrincipalComponents.Eigen ritz = PrincipalComponents.Eigen.of(products(along));
            if (round == MOST_ROUNDS || isSettled(before, ritz.values(), wanted)) {
                return new PrincipalComponents.Eigen(ritz.values(), turned(q, ritz.vectors(), wanted));
            }
            System.arraycopy(ritz.values(), 0, before, 0, wanted);
            back(cloud, mean, along, q);
            orthonormalize(q);
        }
    }

    private static double[][] start(int directions, int units, double @Nullable [][] near) {
        Random random = new Random(1);
        double[][] q = new double[directions][units];
        for (int j = 0; j < directions; j++) {
            if (near != null && j < near.length && near[j].length == units) {
                q[j] = near[j].clone();
            } else {
                for (int i = 0; i < units; i++) {
                    q[j][i] = random.nextGaussian();
                }
            }
        }
        orthonormalize(q);
        return q;
    }

    private static boolean isSettled(double[] before, double[] now, int wanted) {
        for (int k = 0; k < wanted; k++) {
            if (Math.abs(now[k] - before[k]) > SETTLED * now[0]) {
                return false;
            }
        }
        return true;
    }

    /// Where the samples lie along each direction.
    private static void project(Cloud cloud, double[] mean, double[][] q, double[][] along) {
        for (int j = 0; j < q.length; j++) {
            double[] row = along[j];
            Arrays.fill(row, 0);
            for (int i = 0; i < cloud.units(); i++) {
                double by = q[j][i];
                int from = i * cloud.stride();
                for (int s = 0; s < row.length; s++) {
                    row[s] += by * (cloud.rows()[from + s] - mean[i]);
                }
            }
        }
    }

    /// The samples' mean products along each two directions.
    private static double[][] products(double[][] along) {
        double[][] products = new double[along.length][along.length];
        for (int a = 0; a < along.length; a++) {
            for (int b = 0; b <= a; b++) {
                products[a][b] = dot(along[a], along[b]) / along[a].length;
                products[b][a] = products[a][b];
            }
        }
        return products;
    }

    /// The directions times the covariance.
    private static void back(Cloud cloud, double[] mean, double[][] along, double[][] q) {
        for (int i = 0; i < cloud.units(); i++) {
            int from = i * cloud.stride();
            for (int j = 0; j < q.length; j++) {
                double sum = 0;
                for (int s = 0; s < cloud.count(); s++) {
                    sum += along[j][s] * (cloud.rows()[from + s] - mean[i]);
                }
                q[j][i] = sum;
            }
        }
    }

    /// Gram and Schmidt's way, twice: once is not exact enough for directions that are nearly the same.
    private static void orthonormalize(double[][] q) {
        for (int pass = 0; pass < 2; pass++) {
            for (int j = 0; j < q.length; j++) {
                for (int k = 0; k < j; k++) {
                    double by = dot(q[j], q[k]);
                    for (int i = 0; i < q[j].length; i++) {
                        q[j][i] -= by * q[k][i];
                    }
                }
                double length = Math.sqrt(dot(q[j], q[j]));
                for (int i = 0; i < q[j].length; i++) {
                    q[j][i] = length > 1e-300 ? q[j][i] / length : 0;
                }
            }
        }
    }

    private static double[][] turned(double[][] q, double[][] by, int wanted) {
        double[][] turned = new double[wanted][q[0].length];
        for (int k = 0; k < wanted; k++) {
            for (int j = 0; j < q.length; j++) {
                for (int i = 0; i < q[j].length; i++) {
                    turned[k][i] += by[k][j] * q[j][i];
                }
            }
        }
        return turned;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
