package dev.crescent.ui.theme;

import java.util.EnumMap;
import java.util.Map;
import javafx.scene.paint.Color;

/// A theme's colors for everything that is painted rather than styled: data colors, ramps, and the chrome's colors on
/// canvases.
///
/// All values come from the theme's style sheet. Ramps are tables of 1024 opaque ARGB values mixed in OKLab; a value
/// outside the ramp's range, or NaN, is taken as its nearest end, or its first. Immutable, safe on any thread.
public final class Palette {
    /// Class colors before they repeat: as many as there are digits. All are told apart by the color-blind, too; the smallest
    /// distance of two in OKLab, as seen with normal, protan, deutan and tritan vision, is 0.10 in the light theme and 0.087
    /// in the dark one.
    public static final int CLASSES = 10;

    private static final int TABLE = 1024;
    private static final double[] FIELD_STOPS = {-1, -0.5, 0, 0.5, 1};
    private static final double[] WEIGHT_STOPS = {-1, -0.45, 0, 0.45, 1};
    private static final double[] LANDSCAPE_STOPS = {0, 0.18, 0.36, 0.54, 0.72, 0.88, 1};
    private static final double[] ACTIVATION_STOPS = {0, 0.25, 0.5, 0.75, 1};
    private static final double[] INK_STOPS = {0, 1};
    private static final Map<Theme, Palette> ALL = new EnumMap<>(Theme.class);

    static {
        for (Theme theme : Theme.values()) {
            ALL.put(theme, new Palette(theme));
        }
    }

    private final Theme theme;
    private final Tokens tokens;
    private final int[] classes;
    private final double[][] classLab = new double[CLASSES][];
    private final double[] neutralLab;
    private final double mixBase;
    private final double mixSpan;
    private final int[] field;
    private final int[] weight;
    private final int[] landscape;
    private final int[] activation;
    private final int[] ink;

    private Palette(Theme theme) {
        this.theme = theme;
        tokens = Tokens.of(theme);
        classes = tokens.argb("class-", CLASSES);
        for (int k = 0; k < CLASSES; k++) {
            classLab[k] = OkLab.ofArgb(classes[k]);
        }
        neutralLab = OkLab.ofArgb(tokens.argb("field-2"));
        double strength = theme.isHighContrast() ? 0.6 : 1;
        mixBase = strength * (theme.isDark() ? 0.14 : 0.08);
        mixSpan = strength * (theme.isDark() ? 0.50 : 0.44);
        field = OkLab.ramp(FIELD_STOPS, tokens.argb("field-", FIELD_STOPS.length), TABLE);
        weight = OkLab.ramp(WEIGHT_STOPS, tokens.argb("weight-", WEIGHT_STOPS.length), TABLE);
        landscape = OkLab.ramp(LANDSCAPE_STOPS, tokens.argb("landscape-", LANDSCAPE_STOPS.length), TABLE);
        activation = OkLab.ramp(ACTIVATION_STOPS, tokens.argb("activation-", ACTIVATION_STOPS.length), TABLE);
        ink = OkLab.ramp(INK_STOPS, tokens.argb("ink-", INK_STOPS.length), TABLE);
    }

    /// The palette of a theme; always the same object.
    public static Palette of(Theme theme) {
        Palette palette = ALL.get(theme);
        if (palette == null) {
            throw new IllegalArgumentException("No palette for " + theme);
        }
        return palette;
    }

    public Theme theme() {
        return theme;
    }

    /// Whether color is never alone: classes have shapes, negative links are dashed, lines are wider.
    public boolean isHighContrast() {
        return theme.isHighContrast();
    }

    /// Any token of the style sheet by its name without the leading `-color-`, such as `bg-inset`.
    ///
    /// @throws IllegalArgumentException if the style sheet has no such token
    public Color color(String token) {
        return tokens.color(token);
    }

    /// The color of class `index`; they repeat after ten.
    public Color classColor(int index) {
        return color(classes[Math.floorMod(index, CLASSES)]);
    }

    /// The color of class `index` as opaque ARGB; they repeat after ten.
    public int classArgb(int index) {
        return classes[Math.floorMod(index, CLASSES)];
    }

    /// The decision field's color at `v` from -1 (class 0, lowest) to 1 (class 1, highest).
    public int fieldArgb(double v) {
        return field[entry((v + 1) / 2)];
    }

    /// The color of a weight, bias or saliency, scaled to -1..1 by the caller.
    public int weightArgb(double v) {
        return weight[entry((v + 1) / 2)];
    }

    /// The color of a weight, bias or saliency, scaled to -1..1 by the caller.
    public Color weightColor(double v) {
        return color(weightArgb(v));
    }

    /// The landscape's color from 0 (lowest loss) to 1 (highest).
    public int landscapeArgb(double v) {
        return landscape[entry(v)];
    }

    /// The color of an activation from 0 to 1.
    public int activationArgb(double v) {
        return activation[entry(v)];
    }

    /// The color of ink from 0 (paper) to 1 (full stroke).
    public int inkArgb(double v) {
        return ink[entry(v)];
    }

    /// The decision field's color where a network of three or more classes gives the probabilities `p[0..classes-1]` at
    /// `index`.
    ///
    /// The mean of the class colors, weighted by `p^1.5`, is laid over the field's neutral color with an alpha that
    /// grows with `(max p - 1/K) / (1 - 1/K)`; all in OKLab.
    ///
    /// @param p at least `classes` arrays, each longer than `index`
    /// @return opaque ARGB; the neutral color where no class has a positive probability
    public int mixedClassArgb(float[][] p, int index, int classes) {
        double sum = 0;
        double most = 0;
        double lightness = 0;
        double a = 0;
        double b = 0;
        for (int k = 0; k < classes; k++) {
            double probability = Math.max(0, p[k][index]);
            double share = probability * Math.sqrt(probability);
            double[] lab = classLab[k % CLASSES];
            sum += share;
            most = Math.max(most, probability);
            lightness += share * lab[0];
            a += share * lab[1];
            b += share * lab[2];
        }
        if (!(sum > 0)) {
            return OkLab.toArgb(neutralLab[0], neutralLab[1], neutralLab[2]);
        }
        double even = 1.0 / classes;
        double alpha = mixBase + mixSpan * Math.clamp((most - even) / (1 - even), 0, 1);
        double kept = 1 - alpha;
        double scale = alpha / sum;
        return OkLab.toArgb(
                kept * neutralLab[0] + scale * lightness,
                kept * neutralLab[1] + scale * a,
                kept * neutralLab[2] + scale * b);
    }

    public Color train() {
        return tokens.color("train");
    }

    public Color test() {
        return tokens.color("test");
    }

    /// A run kept for comparison.
    public Color ghost() {
        return tokens.color("ghost");
    }

    /// The line at p = .5, or between two classes.
    public Color contour() {
        return tokens.color("contour");
    }

    /// The line at p = .9.
    public Color contourThin() {
        return tokens.color("contour-thin");
    }

    /// The thin ring around a training point.
    public Color pointOutline() {
        return tokens.color("point-outline");
    }

    /// The inside of a test point's ring.
    public Color testInside() {
        return tokens.color("test-inside");
    }

    public Color fg() {
        return tokens.color("fg-default");
    }

    public Color fgMuted() {
        return tokens.color("fg-muted");
    }

    public Color fgSubtle() {
        return tokens.color("fg-subtle");
    }

    public Color bg() {
        return tokens.color("bg-default");
    }

    public Color bgSubtle() {
        return tokens.color("bg-subtle");
    }

    public Color bgInset() {
        return tokens.color("bg-inset");
    }

    public Color border() {
        return tokens.color("border-default");
    }

    public Color borderMuted() {
        return tokens.color("border-muted");
    }

    public Color accent() {
        return tokens.color("accent-fg");
    }

    public Color danger() {
        return tokens.color("danger-fg");
    }

    /// A color as ARGB, not premultiplied.
    public static int argb(Color color) {
        return (int) Math.round(color.getOpacity() * 255) << 24
                | (int) Math.round(color.getRed() * 255) << 16
                | (int) Math.round(color.getGreen() * 255) << 8
                | (int) Math.round(color.getBlue() * 255);
    }

    /// The opaque part of an ARGB value as a color.
    public static Color color(int argb) {
        return Color.rgb(argb >> 16 & 0xff, argb >> 8 & 0xff, argb & 0xff);
    }

    private static int entry(double v) {
        return (int) Math.clamp(Math.round(v * (TABLE - 1)), 0L, TABLE - 1L);
    }
}
