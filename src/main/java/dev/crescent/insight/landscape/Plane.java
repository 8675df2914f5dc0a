package dev.crescent.insight.landscape;

import dev.crescent.engine.ParameterLayout;
import dev.crescent.engine.Surveyor;

/// A plane through the space of a network's parameters: an origin and two directions of length 1 at a right angle.
///
/// Coordinates are in the parameters' own units: two places on the plane are as far apart as their parameters are. A
/// direction is 0 where there is none, as the second one of a network with a single parameter.
///
/// Running statistics of batch normalization are no weights: no optimizer moves them, they say what the weights of their
/// time made of the data. So the directions leave them out, everywhere on the plane they are the origin's, and they do not
/// count in a distance.
public final class Plane {
    /// What is left of a direction beside others must be longer than this part of it: less is rounding.
    private static final double ROUNDING = 1e-9;

    private final int total;
    // [total]
    private final double[] origin;
    // [size]
    private final double[] u;
    private final double[] v;

    private Plane(double[] origin, double[] u, double[] v) {
        this.total = origin.length;
        this.origin = origin;
        this.u = u;
        this.v = v;
    }

    /// The plane that two directions span. The second is taken as far as it is at a right angle to the first; one that
    /// has no length, or no length beside the first, becomes 0.
    ///
    /// @param origin parameters, `[layout total]`
    /// @param first `[layout size]`
    /// @param second `[layout size]`
    /// @throws IllegalArgumentException if an array has another length, or a number is not finite
    public static Plane of(ParameterLayout layout, float[] origin, double[] first, double[] second) {
        if (origin.length != layout.total() || first.length != layout.size() || second.length != layout.size()) {
            throw new IllegalArgumentException("A plane of " + layout.total() + " numbers, " + layout.size()
                    + " of them parameters, cannot be made of " + origin.length + ", " + first.length + " and "
                    + second.length + ".");
        }
        double[] start = new double[origin.length];
        for (int i = 0; i < start.length; i++) {
            start[i] = origin[i];
        }
        return of(start, first, second);
    }

    /// Likewise, of an origin in double; it is not copied.
    static Plane of(double[] origin, double[] first, double[] second) {
        for (double[] numbers : new double[][] {origin, first, second}) {
            for (double number : numbers) {
                if (!Double.isFinite(number)) {
                    throw new IllegalArgumentException("A plane needs finite numbers, has " + number + ".");
                }
            }
        }
        double[] u = unit(first, 0);
        double whole = Vectors.length(second);
        double[] rest = second.clone();
        Vectors.add(rest, -Vectors.dot(rest, u), u);
        // Once more: what rounding left of the first is as large as the rest may be.
        Vectors.add(rest, -Vectors.dot(rest, u), u);
        return new Plane(origin, u, unit(rest, ROUNDING * whole));
    }

    /// The plane of two chosen parameters, all others as in the origin; `a` and `b` are their values.
    ///
    /// @param parameters `[layout total]`
    /// @param first the number of a parameter, below the layout's size
    /// @throws IllegalArgumentException if they are one parameter, or none of the network's
    public static Plane ofParameters(ParameterLayout layout, float[] parameters, int first, int second) {
        for (int number : new int[] {first, second}) {
            if (number < 0 || number >= layout.size()) {
                throw new IllegalArgumentException("The network has the parameters 0 to " + (layout.size() - 1)
                        + ", no parameter " + number + ".");
            }
        }
        if (first == second) {
            throw new IllegalArgumentException("A plane needs two parameters, not " + first + " twice.");
        }
        float[] origin = parameters.clone();
        origin[first] = 0;
        origin[second] = 0;
        double[] u = new double[layout.size()];
        double[] v = new double[layout.size()];
        u[first] = 1;
        v[second] = 1;
        return of(layout, origin, u, v);
    }

    private static double[] unit(double[] direction, double least) {
        double length = Vectors.length(direction);
        double[] unit = new double[direction.length];
        if (length > least) {
            Vectors.add(unit, 1 / length, direction);
        }
        return unit;
    }

    /// The losses at some of its places, see [Surveyor#losses].
    ///
    /// @param places `[count][2]`, a and b of each
    /// @param losses `[count]` receives them
    void survey(Surveyor surveyor, double[] places, double[] losses) {
        surveyor.losses(origin, u, v, places, losses);
    }

    /// A copy of the first direction, `[layout size]`.
    public double[] u() {
        return u.clone();
    }

    /// A copy of the second direction, `[layout size]`.
    public double[] v() {
        return v.clone();
    }

    /// The parameters at a place, `[layout total]`.
    public float[] at(double a, double b) {
        float[] parameters = new float[total];
        at(a, b, parameters);
        return parameters;
    }

    /// Likewise, into an array of at least that length.
    public void at(double a, double b, float[] into) {
        for (int i = 0; i < u.length; i++) {
            into[i] = (float) (origin[i] + a * u[i] + b * v[i]);
        }
        for (int i = u.length; i < total; i++) {
            into[i] = (float) origin[i];
        }
    }

    /// Where parameters lie.
    ///
    /// @param parameters `[layout total]`
    public Place project(float[] parameters) {
        double a = 0;
        double b = 0;
        for (int i = 0; i < u.length; i++) {
            double apart = parameters[i] - origin[i];
            a += apart * u[i];
            b += apart * v[i];
        }
        double squares = 0;
        for (int i = 0; i < u.length; i++) {
            double rest = parameters[i] - origin[i] - a * u[i] - b * v[i];
            squares += rest * rest;
        }
        boolean finite = Double.isFinite(a) && Double.isFinite(b) && Double.isFinite(squares);
        return finite ? new Place(a, b, Math.sqrt(squares)) : new Place(Double.NaN, Double.NaN, Double.NaN);
    }

    /// A vector's parts along both directions.
    ///
    /// @param vector `[layout size]`, such as a gradient
    /// @return `{a, b}`
    double[] parts(float[] vector) {
        double a = 0;
        double b = 0;
        for (int i = 0; i < u.length; i++) {
            a += vector[i] * u[i];
            b += vector[i] * v[i];
        }
        return new double[] {a, b};
    }

    /// This plane with the coordinates that follow those of an older one most closely: turned or mirrored so that its
    /// directions come as near to the older ones as they can (orthogonal Procrustes: the polar factor of the four scalar
    /// products, Schönemann 1966), and begun at its point nearest to the older origin. The plane stays the same set of
    /// points; a plane that does not differ gets the older coordinates back.
    ///
    /// @throws IllegalArgumentException if the other is of another network
    public Plane aligned(Plane older) {
        return turned(turnTo(older), older);
    }

    /// The turn that [#aligned] makes: the new directions are `q[0] u + q[2] v` and `q[1] u + q[3] v`.
    double[] turnTo(Plane older) {
        check(older);
        double a = Vectors.dot(u, older.u);
        double b = Vectors.dot(u, older.v);
        double c = Vectors.dot(v, older.u);
        double d = Vectors.dot(v, older.v);
        if (a * d - b * c >= 0) {
            double length = Math.hypot(a + d, b - c);
            return length > ROUNDING ? new double[] {(a + d) / length, (b - c) / length, (c - b) / length, (a + d) / length}
                    : new double[] {1, 0, 0, 1};
        }
        double length = Math.hypot(a - d, b + c);
        return new double[] {(a - d) / length, (b + c) / length, (b + c) / length, (d - a) / length};
    }

    private Plane turned(double[] q, Plane older) {
        double[] first = new double[u.length];
        double[] second = new double[u.length];
        Vectors.add(first, q[0], u);
        Vectors.add(first, q[2], v);
        Vectors.add(second, q[1], u);
        Vectors.add(second, q[3], v);
        double a = 0;
        double b = 0;
        for (int i = 0; i < u.length; i++) {
            a += (older.origin[i] - origin[i]) * u[i];
            b += (older.origin[i] - origin[i]) * v[i];
        }
        double[] start = origin.clone();
        Vectors.add(start, a, u);
        Vectors.add(start, b, v);
        return new Plane(start, first, second);
    }

    /// A plane on the way from one to another, for an animation of a new base: origins go straight, the directions turn
    /// into each other and stay at a right angle all the way.
    ///
    /// @param to [#aligned] to `from`; of others half way may be no plane at all, and there it is the nearer end
    /// @param t 0 is `from`, 1 is `to`
    /// @throws IllegalArgumentException if they are of different networks
    public static Plane between(Plane from, Plane to, double t) {
        from.check(to);
        if (t <= 0 || t >= 1) {
            return t <= 0 ? from : to;
        }
        double[] first = Vectors.mixed(from.u, to.u, t);
        double[] second = Vectors.mixed(from.v, to.v, t);
        double uu = Vectors.dot(first, first);
        double uv = Vectors.dot(first, second);
        double vv = Vectors.dot(second, second);
        // The inverse root of the 2 x 2 matrix of these turns both alike, neither being the one that stays.
        double root = Math.sqrt(Math.max(0, uu * vv - uv * uv));
        if (!(root > ROUNDING)) {
            return t < 0.5 ? from : to;
        }
        double scale = 1 / (root * Math.sqrt(uu + vv + 2 * root));
        double[] u = new double[first.length];
        double[] v = new double[first.length];
        Vectors.add(u, scale * (vv + root), first);
        Vectors.add(u, -scale * uv, second);
        Vectors.add(v, -scale * uv, first);
        Vectors.add(v, scale * (uu + root), second);
        return new Plane(Vectors.mixed(from.origin, to.origin, t), u, v);
    }

    private void check(Plane other) {
        if (other.u.length != u.length || other.total != total) {
            throw new IllegalArgumentException("The planes are of two networks, of " + other.u.length + " and of "
                    + u.length + " parameters.");
        }
    }
}
