package dev.crescent.insight.hidden;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.jspecify.annotations.Nullable;

/// The directions along which samples vary most: the first eigenvectors of their covariance.
///
/// A component points so that its entry of largest size is positive, the first of equals; so the same samples give the
/// same picture. Where nothing varies, a missing component is 0.
///
/// @param mean `[unit]`, of the samples
/// @param axes `[component][unit]`, orthonormal but for missing ones
/// @param shares of the variance, one a component
record PrincipalComponents(double[] mean, double[][] axes, double[] shares) {
    /// From so many units on, the few components wanted are found without a covariance matrix.
    private static final int WIDE = 64;
    /// What is left by rounding is not a direction.
    private static final double LEAST_SHARE = 1e-12;

    /// @param cloud whose outputs are finite
    /// @param most components that are wanted
    /// @param near directions that may lie near the components, `[some][unit]`: with many units they save time
    static PrincipalComponents of(Cloud cloud, int most, double @Nullable [][] near) {
        double[] mean = cloud.mean();
        double total = cloud.variance(mean);
        int wanted = Math.min(most, cloud.units());
        double[][] axes = new double[wanted][cloud.units()];
        double[] shares = new double[wanted];
        if (total > 0) {
            Eigen eigen = cloud.units() <= WIDE ? Eigen.of(covariance(cloud, mean))
                    : SubspaceIteration.of(cloud, mean, wanted, near);
            for (int k = 0; k < wanted; k++) {
                double share = eigen.values()[k] / total;
                if (share > LEAST_SHARE) {
                    shares[k] = Math.min(1, share);
                    axes[k] = oriented(eigen.vectors()[k]);
                }
            }
        }
        return new PrincipalComponents(mean, axes, shares);
    }

    private static double[][] covariance(Cloud cloud, double[] mean) {
        int units = cloud.units();
        double[][] covariance = new double[units][units];
        double[] x = new double[units];
        for (int s = 0; s < cloud.count(); s++) {
            for (int i = 0; i < units; i++) {
                x[i] = cloud.rows()[i * cloud.stride() + s] - mean[i];
                for (int j = 0; j <= i; j++) {
                    covariance[i][j] += x[i] * x[j];
                }
            }
        }
        for (int i = 0; i < units; i++) {
            for (int j = 0; j <= i; j++) {
                covariance[i][j] /= cloud.count();
                covariance[j][i] = covariance[i][j];
            }
        }
        return covariance;
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

    /// Eigenvalues of a symmetric matrix and their vectors, the largest first.
    ///
    /// @param vectors `[number][entry]`
    record Eigen(double[] values, double[][] vectors) {
        static Eigen of(double[][] symmetric) {
            int size = symmetric.length;
            EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(size, true, true);
            if (!eigen.decompose(new DMatrixRMaj(symmetric))) {
                throw new ArithmeticException("The covariance of " + size + " units has no eigenvectors that were found");
            }
            Integer[] order = new Integer[size];
            Arrays.setAll(order, i -> i);
            Arrays.sort(order, (a, b) ->
                    Double.compare(eigen.getEigenvalue(b).getReal(), eigen.getEigenvalue(a).getReal()));
            double[] values = new double[size];
            double[][] vectors = new double[size][];
            for (int i = 0; i < size; i++) {
                values[i] = eigen.getEigenvalue(order[i]).getReal();
                vectors[i] = eigen.getEigenVector(order[i]).getData().clone();
            }
            return new Eigen(values, vectors);
        }
    }
}
