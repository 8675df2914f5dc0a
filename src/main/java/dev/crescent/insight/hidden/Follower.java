package dev.crescent.insight.hidden;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;
import org.jspecify.annotations.Nullable;

/// Axes that turn with the principal components and never jump.
///
/// A component may point either way, two of about the same variance change places, and the plane of the first two becomes
/// another one when the third overtakes the second. So the components are turned and mirrored within their own plane
/// until they lie closest to the axes before (the orthogonal Procrustes problem, Schönemann 1966: with the singular value
/// decomposition `V P^T = U S W^T` of new and old axes, `(U W^T)^T V`), which changes nothing about the plane; and towards
/// another plane the axes turn a bit at a time, along the shortest way (Edelman, Arias and Smith 1998, section 2.5.1).
final class Follower {
    /// The most that axes turn at once, in radians: a quarter turn takes some half a second of training.
    static final double MOST = Math.toRadians(7);
    /// Below this sine, two directions are one.
    private static final double NEAR = 1e-6;

    private double @Nullable [][] axes;
    private boolean settled = true;

    /// The axes of now; null before the first ones.
    double @Nullable [][] axes() {
        return axes;
    }

    /// Whether the axes lie in the plane that they were told to follow.
    boolean settled() {
        return settled;
    }

    /// Begins with axes that lie as close to others as their plane lets them.
    ///
    /// @param wanted `[axis][unit]`, the plane's
    /// @param turn `[axis][other axis]`, products of the wanted axes with what they should lie close to
    double[][] begin(double[][] wanted, double[][] turn) {
        settled = true;
        axes = new Angles(turn).turned(wanted);
        return axes;
    }

    /// @param wanted `[axis][unit]`, the plane's; as many as before
    double[][] follow(double[][] wanted) {
        double[][] before = axes;
        if (before == null || before.length != wanted.length || before[0].length != wanted[0].length) {
            throw new IllegalStateException("There is nothing to follow with");
        }
        Angles angles = new Angles(products(wanted, before));
        double farthest = angles.farthest();
        settled = farthest <= MOST;
        axes = settled ? angles.turned(wanted) : angles.part(wanted, before, MOST / farthest);
        return axes;
    }

    /// Whether axes can be followed from here.
    boolean fits(double[][] wanted) {
        return axes != null && axes.length == wanted.length && axes[0].length == wanted[0].length;
    }

    /// The axes with any that is missing, because nothing varies along it, put in: along one of `like` where that can be.
    static double[][] completed(double[][] axes, double @Nullable [][] like) {
        double[][] completed = axes.clone();
        for (int k = 0; k < axes.length; k++) {
            int units = axes[k].length;
            int liked = like == null ? 0 : like.length;
            for (int c = 0; c < liked + units && Axes.dot(completed[k], completed[k]) < 0.5; c++) {
                double[] candidate = new double[units];
                if (like != null && c < liked) {
                    candidate = like[c].clone();
                } else {
                    candidate[c - liked] = 1;
                }
                completed[k] = aside(candidate, completed, k);
            }
        }
        return completed;
    }

    /// What of a direction is at right angles to all axes but one, as a unit vector; zeros where too little is.
    private static double[] aside(double[] direction, double[][] axes, int but) {
        double[] aside = direction.clone();
        for (int pass = 0; pass < 2; pass++) {
            for (int j = 0; j < axes.length; j++) {
                double by = j == but ? 0 : Axes.dot(aside, axes[j]);
                for (int i = 0; i < aside.length; i++) {
                    aside[i] -= by * axes[j][i];
                }
            }
        }
        double length = Math.sqrt(Axes.dot(aside, aside));
        for (int i = 0; i < aside.length; i++) {
            aside[i] = length > 0.1 ? aside[i] / length : 0;
        }
        return aside;
    }

    static double[][] products(double[][] a, double[][] b) {
        double[][] products = new double[a.length][b.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < b.length; j++) {
                products[i][j] = Axes.dot(a[i], b[j]);
            }
        }
        return products;
    }

    /// The principal angles between two planes: their cosines are the singular values of the axes' products.
    private static final class Angles {
        private final DMatrixRMaj u;
        private final DMatrixRMaj w;
        private final double[] cosines;

        Angles(double[][] products) {
            SingularValueDecomposition_F64<DMatrixRMaj> svd =
                    DecompositionFactory_DDRM.svd(products.length, products[0].length, true, true, false);
            if (!svd.decompose(new DMatrixRMaj(products))) {
                throw new ArithmeticException("The axes of a hidden space could not be aligned");
            }
            u = svd.getU(null, false);
            w = svd.getV(null, false);
            cosines = svd.getSingularValues();
        }

        double farthest() {
            double least = 1;
            for (double cosine : cosines) {
                least = Math.min(least, cosine);
            }
            return Math.acos(Math.max(0, least));
        }

        /// The axes of the same plane that lie closest: `(U W^T)^T wanted`.
        double[][] turned(double[][] wanted) {
            DMatrixRMaj turn = new DMatrixRMaj(wanted.length, wanted.length);
            CommonOps_DDRM.multTransB(w, u, turn);
            return mixed(turn, wanted);
        }

        /// The axes part of the way from those before: each pair of principal vectors is turned by its part.
        double[][] part(double[][] wanted, double[][] before, double share) {
            int count = wanted.length;
            double[][] from = mixed(transposed(w), before); // principal vectors of the old plane, `[vector][unit]`
            double[][] to = mixed(transposed(u), wanted);
            double[][] now = new double[count][];
            for (int k = 0; k < count; k++) {
                now[k] = between(from[k], to[k], Math.min(1, cosines[k]), share);
            }
            return mixed(w, now);
        }

        private static double[] between(double[] from, double[] to, double cosine, double share) {
            double angle = Math.acos(cosine);
            double sine = Math.sin(angle);
            double[] vector = from.clone();
            if (sine > NEAR) {
                for (int i = 0; i < vector.length; i++) {
                    double aside = (to[i] - cosine * from[i]) / sine;
                    vector[i] = Math.cos(share * angle) * from[i] + Math.sin(share * angle) * aside;
                }
            }
            return vector;
        }

        private static DMatrixRMaj transposed(DMatrixRMaj matrix) {
            return CommonOps_DDRM.transpose(matrix, null);
        }

        private static double[][] mixed(DMatrixRMaj by, double[][] rows) {
            double[][] mixed = new double[by.numRows][rows[0].length];
            for (int k = 0; k < by.numRows; k++) {
                for (int j = 0; j < rows.length; j++) {
                    double share = by.get(k, j);
                    for (int i = 0; i < rows[j].length; i++) {
                        mixed[k][i] += share * rows[j][i];
                    }
                }
            }
            return mixed;
        }
    }
}
