package dev.crescent.insight;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/// The two directions along which samples vary most: the first eigenvectors of their covariance.
///
/// Samples are added, then [#solve] is called once, then samples are projected. A component points so that its entry of
/// largest size is positive, the first of equals; so the same samples give the same picture. With one variable, or where
/// nothing varies, a missing component is 0.
final class PrincipalComponents {
    private final int units;
    private final double[] sums;
    private final double[][] products; // lower triangle of the sum of x x^T, after a shift
    private final double[] shift; // of the first sample: without it large means would eat the digits
    private final double[][] axes = new double[2][];
    private final double[] mean;
    private final double[] shares = new double[2];
    private long count;

    PrincipalComponents(int units) {
        this.units = units;
        sums = new double[units];
        shift = new double[units];
        mean = new double[units];
        products = new double[units][];
        for (int i = 0; i < units; i++) {
            products[i] = new double[i + 1];
        }
    }

    /// Adds samples; those with an entry that is not finite are passed over.
    ///
    /// @param rows `[unit][samples]`
    void add(float[] rows, int samples) {
        double[] x = new double[units];
        for (int s = 0; s < samples; s++) {
            if (!isFinite(rows, samples, s)) {
                continue;
            }
            for (int i = 0; i < units; i++) {
                double value = rows[i * samples + s];
                if (count == 0) {
                    shift[i] = value;
                }
                x[i] = value - shift[i];
                sums[i] += x[i];
            }
            for (int i = 0; i < units; i++) {
                double[] row = products[i];
                double xi = x[i];
                for (int j = 0; j <= i; j++) {
                    row[j] += xi * x[j];
                }
            }
            count++;
        }
    }

    /// Finds the components of what was added.
    void solve() {
        DMatrixRMaj covariance = new DMatrixRMaj(units, units);
        double total = 0;
        double n = Math.max(1, count);
        for (int i = 0; i < units; i++) {
            mean[i] = shift[i] + sums[i] / n;
            for (int j = 0; j <= i; j++) {
                double c = products[i][j] / n - sums[i] / n * (sums[j] / n);
                covariance.set(i, j, c);
                covariance.set(j, i, c);
            }
            total += covariance.get(i, i);
        }
        axes[0] = new double[units];
        axes[1] = new double[units];
        if (!(total > 0)) {
            return;
        }
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(units, true, true);
        if (!eigen.decompose(covariance)) {
            throw new ArithmeticException("The covariance of " + units + " units has no eigenvectors that were found");
        }
        take(eigen, total);
    }

    private void take(EigenDecomposition_F64<DMatrixRMaj> eigen, double total) {
        int first = largest(eigen, -1);
        for (int k = 0; k < Math.min(2, units); k++) {
            int at = k == 0 ? first : largest(eigen, first);
            double share = eigen.getEigenvalue(at).getReal() / total;
            // What is left by rounding is not a direction.
            if (share > 1e-12) {
                shares[k] = Math.min(1, share);
                axes[k] = oriented(eigen.getEigenVector(at).getData().clone());
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

    private static double[] oriented(double[] axis) {
        int most = 0;
        for (int i = 1; i < axis.length; i++) {
            // Equal sizes differ by rounding: only a clearly larger one counts.
            most = Math.abs(axis[i]) > Math.abs(axis[most]) * (1 + 1e-9) ? i : most;
        }
        if (axis[most] < 0) {
            for (int i = 0; i < axis.length; i++) {
                axis[i] = -axis[i];
            }
        }
        return axis;
    }

    /// Writes where samples lie along both components.
    ///
    /// @param rows `[unit][samples]`
    /// @param xy `[sample][2]`
    /// @param first where in `xy` the first of these samples belongs
    void project(float[] rows, int samples, float[] xy, int first) {
        for (int s = 0; s < samples; s++) {
            for (int k = 0; k < 2; k++) {
                double sum = 0;
                for (int i = 0; i < units; i++) {
                    sum += axes[k][i] * (rows[i * samples + s] - mean[i]);
                }
                xy[2 * (first + s) + k] = isFinite(rows, samples, s) ? (float) sum : Float.NaN;
            }
        }
    }

    /// The two components' shares of the variance, 0 for one that is missing.
    double[] shares() {
        return shares.clone();
    }

    private boolean isFinite(float[] rows, int samples, int s) {
        for (int i = 0; i < units; i++) {
            if (!Float.isFinite(rows[i * samples + s])) {
                return false;
            }
        }
        return true;
    }
}
