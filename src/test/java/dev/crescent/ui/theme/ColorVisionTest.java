package dev.crescent.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Whether the colors that mean something can be told apart by all, and what is to be read can be read.
class ColorVisionTest {
    /// What the design promises of the first eight classes and of the first three.
    private static final double EIGHT = 0.1;
    private static final double THREE_LIGHT = 0.12;
    private static final double THREE_DARK = 0.155;
    /// With two more, for the ten digits, it is a little less.
    private static final double TEN = 0.085;

    /// The authors' matrices, applied by hand to pure red: 1, 0, 0 in linear light becomes a column of the matrix.
    @Test
    void redLosesItsRednessWithoutConesForLongWaves() {
        int seen = ColorVision.PROTAN.simulate(0xffff0000);
        assertThat(seen >> 16 & 0xff).isEqualTo(109); // 0.152286 of full light
        assertThat(seen >> 8 & 0xff).isEqualTo(95); // 0.114503
        assertThat(seen & 0xff).isZero(); // below it
    }

    @ParameterizedTest
    @EnumSource(ColorVision.class)
    void graysLookTheSameToAll(ColorVision vision) {
        for (int gray = 0; gray < 256; gray += 15) {
            int argb = 0x80000000 | gray << 16 | gray << 8 | gray;
            assertThat(vision.simulate(argb)).isEqualTo(argb);
        }
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void classesAreToldApartByAll(Theme theme) {
        for (ColorVision vision : ColorVision.values()) {
            assertThat(nearest(theme, vision, "class-", 3)).as("3 classes, %s", vision)
                    .isGreaterThan(theme.isDark() ? THREE_DARK : THREE_LIGHT);
            assertThat(nearest(theme, vision, "class-", 8)).as("8 classes, %s", vision).isGreaterThanOrEqualTo(EIGHT - 5e-4);
            assertThat(nearest(theme, vision, "class-", Palette.CLASSES)).as("10 classes, %s", vision).isGreaterThan(TEN);
        }
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void optimizersAreToldApartByAll(Theme theme) {
        for (ColorVision vision : ColorVision.values()) {
            assertThat(nearest(theme, vision, "optimizer-", 6)).as("balls, %s", vision).isGreaterThan(0.1);
            assertThat(nearest(theme, vision, "optimizer-text-", 6)).as("lines, %s", vision).isGreaterThan(0.07);
        }
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void bothSidesOfARampAreToldApartByAll(Theme theme) {
        Palette palette = Palette.of(theme);
        // Fields with high contrast are paler by the design, and have a line between them.
        double field = theme.isHighContrast() ? 0.085 : 0.14;
        for (ColorVision vision : ColorVision.values()) {
            assertThat(distance(palette.fieldArgb(-1), palette.fieldArgb(1), vision)).as("fields, %s", vision).isGreaterThan(field);
            assertThat(distance(palette.weightArgb(-1), palette.weightArgb(1), vision)).as("weights, %s", vision)
                    .isGreaterThan(0.17);
            assertThat(distance(palette, "train", "test", vision)).as("curves, %s", vision).isGreaterThan(0.095);
        }
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void whatIsWrittenCanBeRead(Theme theme) {
        double least = theme.isHighContrast() ? 7 : 4.5;
        List<String> missed = new ArrayList<>();
        for (String surface : List.of("bg-default", "bg-subtle", "bg-inset", "bg-overlay", "bg-rail", "control", "segment")) {
            for (String text : List.of("fg-default", "fg-muted")) {
                check(theme, text, surface, least, missed);
            }
        }
        for (String surface : List.of("bg-default", "bg-subtle", "bg-overlay")) {
            for (String text : List.of("fg-subtle", "accent-fg", "danger-fg", "train", "test")) {
                check(theme, text, surface, least, missed);
            }
            for (int i = 0; i < 6; i++) {
                check(theme, "optimizer-text-" + i, surface, least, missed);
            }
        }
        check(theme, "fg-emphasis", "success-emphasis", least, missed);
        check(theme, "fg-emphasis", "success-hover", least, missed);
        check(theme, "tooltip-fg", "tooltip-bg", least, missed);
        check(theme, "tooltip-muted", "tooltip-bg", least, missed);
        check(theme, "accent-fg", "accent-subtle", least, missed);
        check(theme, "danger-fg", "danger-subtle", least, missed);
        for (int i = 0; i < 6; i++) {
            check(theme, "ball-ink", "optimizer-" + i, 4.5, missed); // the letters on the balls, bold
        }
        assertThat(missed).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void marksAreSeen(Theme theme) {
        List<String> missed = new ArrayList<>();
        for (String mark : List.of("ghost", "weight-0", "weight-4", "contour", "track-fill", "switch-off", "accent-emphasis",
                "knob-border", "train", "test")) {
            check(theme, mark, "bg-default", 3, missed);
        }
        for (int k = 0; k < Palette.CLASSES; k++) {
            // Two are too pale for plain white: their dots have an edge there.
            if (theme.isDark() || k != 2 && k != 5) {
                check(theme, "class-" + k, "bg-default", 3, missed);
            }
        }
        if (theme.isHighContrast()) {
            for (String edge : List.of("border-default", "border-panel", "point-outline")) {
                check(theme, edge, "bg-default", 7, missed);
            }
            for (int i = 0; i < 5; i++) {
                check(theme, "contour", "field-" + i, 7, missed);
                check(theme, "weight-" + i, "bg-default", 3, missed);
            }
        }
        assertThat(missed).isEmpty();
    }

    private static void check(Theme theme, String mark, String surface, double least, List<String> missed) {
        Palette palette = Palette.of(theme);
        double ratio = contrast(palette.color(mark), palette.color(surface));
        if (ratio < least) {
            missed.add(String.format("%s on %s: %.2f", mark, surface, ratio));
        }
    }

    /// WCAG 2.2's contrast ratio of two opaque colors.
    private static double contrast(Color a, Color b) {
        double first = luminance(a);
        double second = luminance(b);
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double c) {
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }

    private static double nearest(Theme theme, ColorVision vision, String prefix, int count) {
        Palette palette = Palette.of(theme);
        return IntStream.range(0, count).boxed().flatMap(a -> IntStream.range(0, a).mapToObj(b ->
                distance(palette, prefix + a, prefix + b, vision))).mapToDouble(Double::doubleValue).min().orElseThrow();
    }

    private static double distance(Palette palette, String a, String b, ColorVision vision) {
        return distance(Palette.argb(palette.color(a)), Palette.argb(palette.color(b)), vision);
    }

    /// In OKLab, as these eyes see them.
    private static double distance(int a, int b, ColorVision vision) {
        double[] first = OkLab.ofArgb(vision.simulate(a));
        double[] second = OkLab.ofArgb(vision.simulate(b));
        return Math.sqrt(IntStream.range(0, 3).mapToDouble(i -> (first[i] - second[i]) * (first[i] - second[i])).sum());
    }
}
