package dev.crescent.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.crescent.ui.FxExtension;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@ExtendWith(FxExtension.class)
class PaletteTest {
    @ParameterizedTest
    @EnumSource(Theme.class)
    void controlsAndCanvasesGetTheSameColors(Theme theme) {
        Palette palette = Palette.of(theme);
        List<String> names = Stream.concat(
                Stream.of("fg-default", "fg-muted", "bg-default", "border-muted", "accent-fg", "train", "test", "ghost",
                        "contour-thin", "field-0", "weight-4", "landscape-6"),
                Stream.iterate(0, k -> k + 1).limit(Palette.CLASSES).map(k -> "class-" + k)).toList();
        for (String name : names) {
            assertThat(styled(theme, name)).as(name).isEqualTo(palette.color(name));
        }
        assertThat(palette.classColor(1)).isEqualTo(styled(theme, "class-1"));
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void tenClassesHaveColorsThatAreTold(Theme theme) {
        Palette palette = Palette.of(theme);
        for (int a = 0; a < 10; a++) {
            double[] first = OkLab.ofArgb(palette.classArgb(a));
            for (int b = 0; b < a; b++) {
                double[] second = OkLab.ofArgb(palette.classArgb(b));
                double squares = 0;
                for (int i = 0; i < 3; i++) {
                    squares += (first[i] - second[i]) * (first[i] - second[i]);
                }
                assertThat(Math.sqrt(squares)).as("classes %s and %s", a, b).isGreaterThan(0.1);
            }
        }
        assertThat(palette.classColor(10)).isEqualTo(palette.classColor(0));
    }

    @Test
    void theTokensAreTheDesigns() {
        assertThat(Palette.of(Theme.LIGHT).classColor(0)).isEqualTo(Color.web("#d9640d"));
        assertThat(Palette.of(Theme.DARK).train()).isEqualTo(Color.web("#bc8cff"));
        assertThatThrownBy(() -> Palette.of(Theme.DARK).color("nonsense"))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("-color-nonsense");
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void rampsStartAndEndAtTheirStops(Theme theme) {
        Palette palette = Palette.of(theme);
        assertThat(palette.fieldArgb(-1)).isEqualTo(Palette.argb(palette.color("field-0")));
        assertThat(palette.fieldArgb(7)).isEqualTo(Palette.argb(palette.color("field-4")));
        assertThat(palette.weightArgb(-1)).isEqualTo(Palette.argb(palette.color("weight-0")));
        assertThat(palette.landscapeArgb(1)).isEqualTo(Palette.argb(palette.color("landscape-6")));
        assertThat(palette.inkArgb(0)).isEqualTo(Palette.argb(palette.color("ink-0")));
        assertThat(palette.fieldArgb(Double.NaN) >>> 24).isEqualTo(255);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void aFieldIsLightestOrDarkestInTheMiddleAndMonotoneToBothSides(Theme theme) {
        Palette palette = Palette.of(theme);
        double sign = theme.isDark() ? 1 : -1;
        for (double v = 0; v < 0.98; v += 0.02) {
            assertThat(sign * (lightness(palette.fieldArgb(v + 0.02)) - lightness(palette.fieldArgb(v))))
                    .as("right of the middle, %s", v).isGreaterThan(-0.004);
            assertThat(sign * (lightness(palette.fieldArgb(-v - 0.02)) - lightness(palette.fieldArgb(-v))))
                    .as("left of the middle, %s", v).isGreaterThan(-0.004);
        }
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void theLandscapeOnlyGetsLighter(Theme theme) {
        Palette palette = Palette.of(theme);
        for (double v = 0; v < 0.98; v += 0.02) {
            assertThat(lightness(palette.landscapeArgb(v + 0.02)) - lightness(palette.landscapeArgb(v)))
                    .isGreaterThan(-0.004);
        }
    }

    @Test
    void surerClassesAreStronger() {
        Palette palette = Palette.of(Theme.LIGHT);
        float[][] p = {{1, 0.5f, 1f / 3}, {0, 0.3f, 1f / 3}, {0, 0.2f, 1f / 3}};
        double sure = chroma(palette.mixedClassArgb(p, 0, 3));
        double halfSure = chroma(palette.mixedClassArgb(p, 1, 3));
        double unsure = chroma(palette.mixedClassArgb(p, 2, 3));
        assertThat(sure).isGreaterThan(halfSure);
        assertThat(halfSure).isGreaterThan(unsure);
        int expected = OkLab.mix(Palette.argb(palette.color("field-2")), palette.classArgb(0), 0.52);
        assertThat(OkLab.ofArgb(palette.mixedClassArgb(p, 0, 3))).containsExactly(OkLab.ofArgb(expected), within(0.002));
    }

    @Test
    void aPlaceWithoutProbabilitiesIsNeutral() {
        Palette palette = Palette.of(Theme.DARK);
        float[][] p = {{Float.NaN}, {0}, {0}};
        assertThat(palette.mixedClassArgb(p, 0, 3)).isEqualTo(Palette.argb(palette.color("field-2")));
    }

    private static Color styled(Theme theme, String token) {
        Region region = new Region();
        region.setStyle("-fx-background-color: -color-" + token);
        Scene scene = new Scene(new Pane(region));
        theme.apply(scene);
        scene.getRoot().applyCss();
        return (Color) region.getBackground().getFills().getFirst().getFill();
    }

    private static double lightness(int argb) {
        return OkLab.ofArgb(argb)[0];
    }

    private static double chroma(int argb) {
        double[] lab = OkLab.ofArgb(argb);
        return Math.hypot(lab[1], lab[2]);
    }
}
