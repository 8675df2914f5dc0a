package dev.crescent.data.digits;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// What people draw on the pad that is no digit: a dot, a scribble, letters, signs, two digits beside each other. With
/// every pen, in all sizes, anywhere on the pad. Nothing that a careless hand might mean as a digit: no O, S, Z, I, l, T
/// or plus.
enum NoDigit {
    DOT(true), SCRIBBLE(true), TWO_DIGITS(true), LETTER(true), SIGN(true),
    /// Never trained on: whether a network knows these shows what it makes of things that it has not seen.
    SMILEY(false), SPIRAL(false), ZIGZAG(false), STAR(false), ARROW(false), HEART(false), BARRED_PENTAGON(false);

    /// Those that a network may be trained on.
    static final List<NoDigit> TRAINED = Arrays.stream(values()).filter(kind -> kind.trained).toList();

    private static final double PIXELS = 288;
    private static final double THINNEST = 2 / PIXELS;
    private static final double THICKEST = 20 / PIXELS;
    /// Strokes of corners in a unit square.
    private static final double[][][] LETTERS = {
        {{0, 1, 0.5, 0, 1, 1}, {0.2, 0.6, 0.8, 0.6}}, // A
        {{1, 0, 0, 0, 0, 1, 1, 1}, {0, 0.5, 0.8, 0.5}}, // E
        {{1, 0, 0, 0, 0, 1}, {0, 0.5, 0.8, 0.5}}, // F
        {{0, 0, 0, 1}, {1, 0, 1, 1}, {0, 0.5, 1, 0.5}}, // H
        {{0, 0, 0, 1}, {1, 0, 0, 0.5, 1, 1}}, // K
        {{0, 1, 0, 0, 0.5, 0.6, 1, 0, 1, 1}}, // M
        {{0, 1, 0, 0, 1, 1, 1, 0}}, // N
        {{0, 1, 0, 0, 0.8, 0, 0.8, 0.5, 0, 0.5}, {0.3, 0.5, 1, 1}}, // R
        {{0, 0, 0.25, 1, 0.5, 0.3, 0.75, 1, 1, 0}}, // W
        {{0, 0, 1, 1}, {1, 0, 0, 1}}, // X
    };
    private static final double[][][] SIGNS = {
        {{0, 0.5, 1, 0.5}}, // minus
        {{0, 0.3, 1, 0.3}, {0, 0.7, 1, 0.7}}, // equals
        {{0.3, 0, 0.3, 1}, {0.7, 0, 0.7, 1}, {0, 0.3, 1, 0.3}, {0, 0.7, 1, 0.7}}, // number sign
        {{0, 0.1, 1, 0.9}, {0, 0.9, 1, 0.1}, {0.5, 0, 0.5, 1}}, // asterisk
        {{0, 0.6, 0.35, 1, 1, 0}}, // check mark
        {{0, 0.1, 1, 0.1}, {0, 0.5, 1, 0.5}, {0, 0.9, 1, 0.9}}, // three lines
    };
    private static final double[][][] STARS = {{{0.2, 1, 0.5, 0, 0.8, 1, 0, 0.38, 1, 0.38, 0.2, 1}}};
    private static final double[][][] ARROWS = {{{0, 0.5, 1, 0.5}, {0.6, 0.15, 1, 0.5, 0.6, 0.85}}};
    private static final double[][][] PENTAGONS = {{{0.5, 0, 1, 0.4, 0.8, 1, 0.2, 1, 0, 0.4, 0.5, 0}, {0.5, 0, 0.5, 1}}};

    private final boolean trained;

    NoDigit(boolean trained) {
        this.trained = trained;
    }

    /// Draws one.
    Drawing draw(SplittableRandom random) {
        double size = random.nextDouble(0.3, 0.9);
        double radius = Math.min(THINNEST * Math.pow(THICKEST / THINNEST, random.nextDouble()), 0.08 * size);
        Sheet sheet = new Sheet(random, size, radius);
        return switch (this) {
            case DOT -> sheet.dot();
            case SCRIBBLE -> sheet.scribble();
            case TWO_DIGITS -> twoDigits(random);
            case LETTER -> sheet.lines(LETTERS[random.nextInt(LETTERS.length)]);
            case SIGN -> sheet.lines(SIGNS[random.nextInt(SIGNS.length)]);
            case SMILEY -> sheet.smiley();
            case SPIRAL -> sheet.spiral();
            case ZIGZAG -> sheet.zigzag();
            case STAR -> sheet.lines(STARS[0]);
            case ARROW -> sheet.lines(ARROWS[0]);
            case HEART -> sheet.heart();
            case BARRED_PENTAGON -> sheet.lines(PENTAGONS[0]);
        };
    }

    private static Drawing twoDigits(SplittableRandom random) {
        PadHand hand = new PadHand(2, 9, 0.36, 0.45, 5, 1, 0.5);
        Drawing both = Drawing.EMPTY;
        for (double middle : new double[] {0.28, 0.72}) {
            int digit = random.nextInt(SyntheticDigits.CLASSES);
            both = moved(hand.write(Styles.SHIPPED.pick(digit, random.nextDouble()), random), middle, both);
        }
        return both;
    }

    /// Another drawing's strokes after those of a drawing, the middle of their ink somewhere else.
    private static Drawing moved(Drawing other, double middle, Drawing drawing) {
        double[] x = other.strokes().stream().flatMapToDouble(stroke ->
                IntStream.range(0, stroke.points()).mapToDouble(stroke::x)).toArray();
        double[] y = other.strokes().stream().flatMapToDouble(stroke ->
                IntStream.range(0, stroke.points()).mapToDouble(stroke::y)).toArray();
        double right = middle - (Arrays.stream(x).min().orElse(0) + Arrays.stream(x).max().orElse(0)) / 2;
        double down = 0.5 - (Arrays.stream(y).min().orElse(0) + Arrays.stream(y).max().orElse(0)) / 2;
        Drawing with = drawing;
        for (PadStroke stroke : other.strokes()) {
            PadStroke to = PadStroke.at(PadStroke.Tool.PEN, stroke.radius(), stroke.x(0) + right, stroke.y(0) + down);
            for (int i = 1; i < stroke.points(); i++) {
                to = to.to(stroke.x(i) + right, stroke.y(i) + down);
            }
            with = with.with(to);
        }
        return with;
    }

    /// Where one is drawn: a middle, a size, a turn, a pen, a trembling hand.
    private static final class Sheet {
        private static final double STEP = 0.03;
        private static final double TREMBLE = 0.004;
        private final SplittableRandom random;
        private final double size;
        private final double radius;
        private final double middleX;
        private final double middleY;
        private final double turn;
        private final double narrow;

        Sheet(SplittableRandom random, double size, double radius) {
            this.random = random;
            this.size = size;
            this.radius = radius;
            double room = Math.max(0.001, 0.5 - size / 2);
            this.middleX = 0.5 + random.nextDouble(-room, room);
            this.middleY = 0.5 + random.nextDouble(-room, room);
            this.turn = random.nextDouble(-0.2, 0.2);
            this.narrow = random.nextDouble(0.7, 1.1);
        }

        Drawing dot() {
            PadStroke dot = PadStroke.at(PadStroke.Tool.PEN, random.nextDouble(THINNEST, THICKEST), middleX, middleY);
            return Drawing.EMPTY.with(random.nextBoolean() ? dot
                    : dot.to(middleX + radius * random.nextDouble(-1, 1), middleY + radius * random.nextDouble(-1, 1)));
        }

        /// A hand that goes on and turns at will, and back where the sheet ends.
        Drawing scribble() {
            double x = 0.5;
            double y = 0.5;
            double way = random.nextDouble(2 * Math.PI);
            double bend = 0;
            PadStroke stroke = at(x, y);
            for (int i = random.nextInt(40, 160); i > 0; i--) {
                bend = 0.8 * bend + 0.35 * random.nextGaussian();
                way += bend;
                x += 0.06 * Math.cos(way);
                y += 0.06 * Math.sin(way);
                if (x < 0 || x > 1 || y < 0 || y > 1) {
                    x = Math.clamp(x, 0, 1);
                    y = Math.clamp(y, 0, 1);
                    way = Math.atan2(0.5 - y, 0.5 - x);
                }
                stroke = to(stroke, x, y);
            }
            return Drawing.EMPTY.with(stroke);
        }

        /// Straight lines between corners that lie roughly where they should.
        Drawing lines(double[][] strokes) {
            Drawing drawing = Drawing.EMPTY;
            for (double[] corners : strokes) {
                double[] rough = Arrays.stream(corners).map(corner -> corner + 0.05 * random.nextGaussian()).toArray();
                PadStroke stroke = at(rough[0], rough[1]);
                for (int i = 2; i < rough.length; i += 2) {
                    stroke = line(stroke, rough[i - 2], rough[i - 1], rough[i], rough[i + 1]);
                }
                drawing = drawing.with(stroke);
            }
            return drawing;
        }

        private PadStroke line(PadStroke stroke, double fromX, double fromY, double toX, double toY) {
            int steps = Math.max(1, (int) (Math.hypot(toX - fromX, toY - fromY) * size / STEP));
            PadStroke line = stroke;
            for (int k = 1; k <= steps; k++) {
                line = to(line, fromX + (toX - fromX) * k / steps, fromY + (toY - fromY) * k / steps);
            }
            return line;
        }

        Drawing smiley() {
            return Drawing.EMPTY.with(arc(0.5, 0.5, 0.5, 0, 2 * Math.PI)).with(arc(0.32, 0.35, 0.01, 0, 2 * Math.PI))
                    .with(arc(0.68, 0.35, 0.01, 0, 2 * Math.PI)).with(arc(0.5, 0.5, 0.27, 0.4, 2.7));
        }

        Drawing heart() {
            PadStroke stroke = at(0.5, 0.25);
            for (int i = 1; i <= 50; i++) {
                double t = 2 * Math.PI * i / 50;
                stroke = to(stroke, 0.5 + Math.pow(Math.sin(t), 3) / 2, 0.45 - (13 * Math.cos(t) - 5 * Math.cos(2 * t)
                        - 2 * Math.cos(3 * t) - Math.cos(4 * t)) / 34);
            }
            return Drawing.EMPTY.with(stroke);
        }

        Drawing spiral() {
            double turns = random.nextDouble(2, 4);
            PadStroke stroke = at(0.5, 0.5);
            for (int i = 1; i <= 120; i++) {
                double angle = 2 * Math.PI * turns * i / 120;
                stroke = to(stroke, 0.5 + Math.cos(angle) * i / 240, 0.5 + Math.sin(angle) * i / 240);
            }
            return Drawing.EMPTY.with(stroke);
        }

        Drawing zigzag() {
            int corners = random.nextInt(5, 12);
            double[] line = new double[2 * corners];
            for (int i = 0; i < corners; i++) {
                line[2 * i] = i / (corners - 1.0);
                line[2 * i + 1] = i % 2;
            }
            return lines(new double[][] {line});
        }

        private PadStroke arc(double x, double y, double wide, double from, double to) {
            PadStroke stroke = at(x + wide * Math.cos(from), y + wide * Math.sin(from));
            for (int i = 1; i <= 40; i++) {
                double angle = from + (to - from) * i / 40;
                stroke = to(stroke, x + wide * Math.cos(angle), y + wide * Math.sin(angle));
            }
            return stroke;
        }

        private PadStroke at(double x, double y) {
            return PadStroke.at(PadStroke.Tool.PEN, radius, padX(x, y), padY(x, y));
        }

        private PadStroke to(PadStroke stroke, double x, double y) {
            return stroke.to(padX(x, y) + TREMBLE * random.nextGaussian(), padY(x, y) + TREMBLE * random.nextGaussian());
        }

        private double padX(double x, double y) {
            return middleX + size * (narrow * (x - 0.5) * Math.cos(turn) - (y - 0.5) * Math.sin(turn));
        }

        private double padY(double x, double y) {
            return middleY + size * (narrow * (x - 0.5) * Math.sin(turn) + (y - 0.5) * Math.cos(turn));
        }
    }
}
