package dev.crescent.ui.landscape;

/// The way of one optimizer over the plane: where it was, and where its ball is now, which is the last point.
///
/// Immutable by convention: nobody writes into the arrays.
///
/// @param name such as "Momentum"
/// @param letter what the ball carries, one or two letters
/// @param color which of the optimizers' colors; they repeat after six
/// @param a the first coordinate of each point, `[points]`; a point that is not finite parts the path
/// @param b the second coordinates, `[points]`
/// @param loss the true losses there, off the plane as they are, `[points]`; NaN where it is not known
/// @param arrows where single mini-batches would pull the ball
public record Track(String name, String letter, int color, float[] a, float[] b, float[] loss, Arrows arrows) {
    /// @throws IllegalArgumentException if there are not as many of each
    public Track {
        if (a.length != b.length || a.length != loss.length) {
            throw new IllegalArgumentException("The path of " + name + " needs as many a as b and losses, has "
                    + a.length + ", " + b.length + " and " + loss.length);
        }
    }

    /// A path without arrows.
    public Track(String name, String letter, int color, float[] a, float[] b, float[] loss) {
        this(name, letter, color, a, b, loss, Arrows.NONE);
    }

    /// How many points there are.
    public int length() {
        return a.length;
    }

    /// The first coordinate of the ball; NaN without points.
    public double lastA() {
        return a.length == 0 ? Double.NaN : a[a.length - 1];
    }

    /// The second coordinate of the ball; NaN without points.
    public double lastB() {
        return b.length == 0 ? Double.NaN : b[b.length - 1];
    }

    /// The true loss of the ball; NaN if it is not known.
    public double lastLoss() {
        return loss.length == 0 ? Double.NaN : loss[loss.length - 1];
    }

    /// A cloud of steps that all start at the ball, in the plane's units.
    ///
    /// @param a `[arrows]`
    /// @param b `[arrows]`
    /// @param whole how long the step is that is drawn as the longest, so that clouds can be compared; 0 if that is the
    ///     cloud's own longest
    public record Arrows(float[] a, float[] b, double whole) {
        public static final Arrows NONE = new Arrows(new float[0], new float[0]);

        /// Arrows that are drawn as long as they can be.
        public Arrows(float[] a, float[] b) {
            this(a, b, 0);
        }

        /// @throws IllegalArgumentException if there are not as many of each
        public Arrows {
            if (a.length != b.length) {
                throw new IllegalArgumentException("Arrows need as many a as b, have " + a.length + " and " + b.length);
            }
        }

        public int count() {
            return a.length;
        }
    }
}
