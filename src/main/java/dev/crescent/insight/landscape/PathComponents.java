package dev.crescent.insight.landscape;

import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/// The two directions along which points of very many dimensions vary most.
///
/// With the centered points as the rows of `X`, they are the first eigenvectors of `X^T X`. Mostly there are far fewer
/// points than dimensions; then an eigenvector `e` of the smaller `X X^T` with eigenvalue `l` gives the component
/// `X^T e / sqrt(l)` (the snapshot method, Sirovich 1987). A component points so that its entry of largest size is
/// positive, the first of equals; so the same points give the same components.
final class PathComponents {
    /// Doubles of all points' pieces that stay in the second-level cache.
    private static final int CACHED = 1 << 15;
    /// What rounding leaves of a variance is not a direction.
    private static final double LEAST_SHARE = 1e-12;

    // [size]
    final double[] mean;
    // [2][size], zeros for one that is missing
    final double[][] axes;
    // of the variance, [2]
    final double[] shares = new double[2];

    private final List<float[]> points;
    /// Whether it is solved by the points' scalar products.
    private final boolean byPoints;

    /// @param points at least one, all finite, each at least `size` long
    PathComponents(List<float[]> points, int size) {
        this.points = points;
        this.mean = mean(points, size);
        this.axes = new double[2][size];
        this.byPoints = points.size() <= size;
        DMatrixRMaj products = matrix(byPoints ? products() : covariances());
        double total = 0;
        for (int i = 0; i < products.numRows; i++) {
            total += products.get(i, i);
        }
        if (total > 0) {
            solve(products, total);
        }
    }

    private static double[] mean(List<float[]> points, int size) {
        double[] mean = new double[size];
        for (float[] point : points) {
            for (int i = 0; i < size; i++) {
                mean[i] += point[i];
            }
        }
        for (int i = 0; i < size; i++) {
            mean[i] /= points.size();
        }
        return mean;
    }

    /// The dimensions' covariances, each `n` times, `[size][size]`; the lower triangle.
    private double[][] covariances() {
        int size = mean.length;
        double[][] columns = new double[size][points.size()];
        for (int p = 0; p < points.size(); p++) {
            for (int i = 0; i < size; i++) {
                columns[i][p] = points.get(p)[i] - mean[i];
            }
        }
        double[][] sums = new double[size][size];
        addProducts(columns, sums);
        return sums;
    }

    /// All scalar products of centered points, `[n][n]`, the lower triangle: some dimensions after others, each read from
    /// memory only once.
    private double[][] products() {
        int n = points.size();
        double[][] sums = new double[n][n];
        int width = Math.max(8, CACHED / n);
        double[][] piece = new double[n][Math.min(width, mean.length)];
        for (int first = 0; first < mean.length; first += width) {
            int now = Math.min(width, mean.length - first);
            for (int i = 0; i < n; i++) {
                float[] point = points.get(i);
                for (int k = 0; k < now; k++) {
                    piece[i][k] = point[first + k] - mean[first + k];
                }
                Arrays.fill(piece[i], now, piece[i].length, 0);
            }
            addProducts(piece, sums);
        }
        return sums;
    }

    private static void addProducts(double[][] rows, double[][] sums) {
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j <= i; j++) {
                sums[i][j] += Vectors.dot(rows[i], rows[j]);
            }
        }
    }

    private static DMatrixRMaj matrix(double[][] lower) {
        DMatrixRMaj matrix = new DMatrixRMaj(lower.length, lower.length);
        for (int i = 0; i < lower.length; i++) {
            for (int j = 0; j <= i; j++) {
                matrix.set(i, j, lower[i][j]);
                matrix.set(j, i, lower[i][j]);
            }
        }
        return matrix;
    }

    private void solve(DMatrixRMaj products, double total) {
        int n = products.numRows;
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(n, true, true);
        if (!eigen.decompose(products)) {
            throw new ArithmeticException("No eigenvectors were found of a path of " + points.size() + " points");
        }
        int first = largest(eigen, -1);
        for (int k = 0; k < Math.min(2, n); k++) {
            int at = k == 0 ? first : largest(eigen, first);
            double share = eigen.getEigenvalue(at).getReal() / total;
            if (share > LEAST_SHARE) {
                shares[k] = Math.min(1, share);
                double[] vector = eigen.getEigenVector(at).getData().clone();
                axes[k] = oriented(byPoints ? combined(vector) : vector);
            }
        }
    }

    private static int largest(EigenDecomposition_F64<DMatrixRMaj> eigen, int without) {
        int best = -1;
        for (int i = 0; i < eigen.getNumberOfEigenvalues(); i++) {
            if (i != without && (best < 0
                    || eigen.getEigenvalue(i).getReal() > eigen.getEigenvalue(best).getReal())) {
                best = i;
            }
        }
        return best;
    }

    private double[] combined(double[] weights) {
        double[] axis = new double[mean.length];
        for (int p = 0; p < points.size(); p++) {
            float[] point = points.get(p);
            for (int i = 0; i < axis.length; i++) {
                axis[i] += weights[p] * (point[i] - mean[i]);
            }
        }
        return axis;
    }

    private static double[] oriented(double[] axis) {
        int most = 0;
        for (int i = 1; i < axis.length; i++) {
            // Equal sizes differ by rounding: only a clearly larger one counts.
            most = Math.abs(axis[i]) > Math.abs(axis[most]) * (1 + 1e-9) ? i : most;
        }
        double scale = (axis[most] < 0 ? -1 : 1) / Vectors.length(axis);
        for (int i = 0; i < axis.length; i++) {
            axis[i] *= scale;
        }
        return axis;
    }
}
