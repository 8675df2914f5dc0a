package dev.crescent.insight.descent;

import dev.crescent.experiment.Named;
import dev.crescent.insight.Region;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The functions that optimizers are shown on, each with a difficulty of its own. Gradients are the derivatives worked
/// out by hand.
@SuppressWarnings("ImmutableEnumChecker") // lists that nobody changes
public enum TestFunction implements PlaneFunction, Named {
    /// Rosenbrock 1960: a curved valley, easy to find and slow to follow.
    ROSENBROCK("(1 - x)^2 + 100*(y - x^2)^2", new Region(-2, 2, -1, 3), new PlaneVector(-1.4, 2.2),
            List.of(new Minimum(1, 1, 0))) {
        @Override
        public double value(double x, double y) {
            double off = y - x * x;
            return (1 - x) * (1 - x) + 100 * off * off;
        }

        @Override
        void slopes(double x, double y, double[] into) {
            double off = y - x * x;
            into[0] = -2 * (1 - x) - 400 * x * off;
            into[1] = 200 * off;
        }
    },
    /// Beale 1958: flat in the middle, steep walls in the corners.
    BEALE("(1.5 - x + x*y)^2 + (2.25 - x + x*y^2)^2 + (2.625 - x + x*y^3)^2", Region.square(4.5, 0),
            new PlaneVector(1, 1.5), List.of(new Minimum(3, 0.5, 0))) {
        @Override
        public double value(double x, double y) {
            double a = 1.5 - x + x * y;
            double b = 2.25 - x + x * y * y;
            double c = 2.625 - x + x * y * y * y;
            return a * a + b * b + c * c;
        }

        @Override
        void slopes(double x, double y, double[] into) {
            double a = 1.5 - x + x * y;
            double b = 2.25 - x + x * y * y;
            double c = 2.625 - x + x * y * y * y;
            into[0] = 2 * a * (y - 1) + 2 * b * (y * y - 1) + 2 * c * (y * y * y - 1);
            into[1] = 2 * x * (a + 2 * b * y + 3 * c * y * y);
        }
    },
    /// Himmelblau 1972: four minima of the same depth; the start decides.
    HIMMELBLAU("(x^2 + y - 11)^2 + (x + y^2 - 7)^2", Region.square(5, 0), new PlaneVector(-0.5, -1),
            List.of(new Minimum(3, 2, 0), new Minimum(3.5844283403304917, -1.8481265269644036, 0),
                    new Minimum(-3.779310253377747, -3.2831859912861696, 0),
                    new Minimum(-2.805118086952745, 3.131312518250573, 0))) {
        @Override
        public double value(double x, double y) {
            double a = x * x + y - 11;
            double b = x + y * y - 7;
            return a * a + b * b;
        }

        @Override
        void slopes(double x, double y, double[] into) {
            double a = x * x + y - 11;
            double b = x + y * y - 7;
            into[0] = 4 * x * a + 2 * b;
            into[1] = 2 * a + 4 * y * b;
        }
    },
    /// Rastrigin 1974: a bowl full of hollows, one near every point of whole numbers.
    RASTRIGIN("20 + x^2 + y^2 - 10*cos(2*pi*x) - 10*cos(2*pi*y)", Region.square(5.12, 0), new PlaneVector(-3.6, 2.7),
            hollows()) {
        @Override
        public double value(double x, double y) {
            return wave(x) + wave(y);
        }

        @Override
        void slopes(double x, double y, double[] into) {
            into[0] = waveSlope(x);
            into[1] = waveSlope(y);
        }
    },
    /// A pass between two minima; the start lies so near its ridge that a gradient leads into the saddle first.
    SADDLE("x^2 - 2*y^2 + y^4", Region.square(1.6, 0), new PlaneVector(1.3, 0.01),
            List.of(new Minimum(0, -1, -1), new Minimum(0, 1, -1))) {
        @Override
        public double value(double x, double y) {
            return x * x - 2 * y * y + y * y * y * y;
        }

        @Override
        void slopes(double x, double y, double[] into) {
            into[0] = 2 * x;
            into[1] = 4 * y * (y * y - 1);
        }
    },
    /// A bowl fifty times as steep across as along.
    LONG_VALLEY("0.02*x^2 + y^2", Region.square(10, 0), new PlaneVector(-8, 4), List.of(new Minimum(0, 0, 0))) {
        @Override
        public double value(double x, double y) {
            return 0.02 * x * x + y * y;
        }

        @Override
        void slopes(double x, double y, double[] into) {
            into[0] = 0.04 * x;
            into[1] = 2 * y;
        }
    },
    /// A deep minimum and a shallow one. At y = 0 the slope along x is `12 (x + 1) (x - 1/4) (x - 1)`; the last term
    /// alone makes far starts roll to the deep side.
    TWO_WELLS("3*x^4 - x^3 - 6*x^2 + 3*x + (2 + x^2)*y^2", Region.square(2, 0), new PlaneVector(1.7, 1.2),
            List.of(new Minimum(-1, 0, -5), new Minimum(1, 0, -1))) {
        @Override
        public double value(double x, double y) {
            return (((3 * x - 1) * x - 6) * x + 3) * x + (2 + x * x) * y * y;
        }

        @Override
        void slopes(double x, double y, double[] into) {
            into[0] = ((12 * x - 3) * x - 12) * x + 3 + 2 * x * y * y;
            into[1] = 2 * (2 + x * x) * y;
        }
    },
    /// A hole in a plain that is all but flat: far away there is next to no gradient.
    PLATEAU("1 - exp(-(x^2 + y^2)/2)", Region.square(4, 0), new PlaneVector(-2.6, 1.9), List.of(new Minimum(0, 0, 0))) {
        @Override
        public double value(double x, double y) {
            return -Math.expm1(-(x * x + y * y) / 2);
        }

        @Override
        void slopes(double x, double y, double[] into) {
            double height = Math.exp(-(x * x + y * y) / 2);
            into[0] = x * height;
            into[1] = y * height;
        }
    };

    private final String formula;
    private final Region region;
    private final PlaneVector start;
    private final List<Minimum> minima;

    TestFunction(String formula, Region region, PlaneVector start, List<Minimum> minima) {
        this.formula = formula;
        this.region = region;
        this.start = start;
        this.minima = minima;
    }

    abstract void slopes(double x, double y, double[] into);

    @Override
    public double gradient(double x, double y, double[] into) {
        slopes(x, y, into);
        return value(x, y);
    }

    /// The name under which its title and its description are found.
    @Override
    public String id() {
        return Named.kebab(this);
    }

    @Override
    public String formula() {
        return formula;
    }

    @Override
    public Region region() {
        return region;
    }

    @Override
    public PlaneVector start() {
        return start;
    }

    /// All minima in the region, the deepest first.
    public List<Minimum> minima() {
        return minima;
    }

    private static double wave(double x) {
        return 10 + x * x - 10 * Math.cos(2 * Math.PI * x);
    }

    private static double waveSlope(double x) {
        return 2 * x + 20 * Math.PI * Math.sin(2 * Math.PI * x);
    }

    /// Rastrigin's minima: near each whole number, where the slope of the wave along an axis is 0, by Newton's method.
    private static List<Minimum> hollows() {
        double[] places = new double[11];
        for (int i = 0; i < places.length; i++) {
            double x = i - 5;
            for (int round = 0; round < 8; round++) {
                x -= waveSlope(x) / (2 + 40 * Math.PI * Math.PI * Math.cos(2 * Math.PI * x));
            }
            places[i] = x;
        }
        List<Minimum> minima = new ArrayList<>();
        for (double x : places) {
            for (double y : places) {
                minima.add(new Minimum(x, y, wave(x) + wave(y)));
            }
        }
        minima.sort(Comparator.comparingDouble(Minimum::value));
        return List.copyOf(minima);
    }
}
