package dev.crescent.ui.digits;

import dev.crescent.ui.Numbers;
import dev.crescent.ui.PaintedView;
import dev.crescent.ui.Texts;
import dev.crescent.ui.pen.Pen;
import dev.crescent.ui.theme.Fonts;
import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.theme.Theme;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/// The kernel loupe: a patch of the input, the kernel, and their products, with the sum below.
final class LoupeCard extends VBox {
    static final double CELL = 38;
    private static final double SMALL_CELL = 20;
    /// Larger kernels have no room for numbers.
    private static final int MOST_NUMBERS = 5;
    private static final double SIGN = 24;
    private static final double NAME = 20;

    private final Label result = new Label();
    private final Label parts = new Label();
    private final Grids grids = new Grids();
    private Palette palette = Palette.of(Theme.LIGHT);
    private @Nullable Loupe shown;

    LoupeCard() {
        super(8);
        getStyleClass().addAll("popover-card", "loupe-card");
        setMouseTransparent(true);
        result.getStyleClass().add("value");
        result.setId("loupe-result");
        parts.getStyleClass().add("caption");
        parts.setId("loupe-parts");
        getChildren().setAll(grids, result, parts);
    }

    void setTheme(Palette colors) {
        palette = colors;
        grids.again();
    }

    void show(Loupe loupe) {
        shown = loupe;
        grids.setPrefSize(grids.wantedWidth(loupe), grids.wantedHeight(loupe));
        grids.setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        double product = 0;
        for (int i = 0; i < loupe.patch().length; i++) {
            product += loupe.patch()[i] * loupe.kernel()[i];
        }
        String bias = (loupe.bias() < 0 ? "− " : "+ ") + Numbers.fixed(Math.abs(loupe.bias()), 2);
        result.setText(Texts.get("digits.loupeSum", Numbers.fixed(loupe.sum(), 2), bias,
                Numbers.fixed(loupe.sum() + loupe.bias(), 2), Numbers.fixed(loupe.output(), 2)));
        parts.setText(loupe.channels() == 1 ? Texts.get("digits.loupeOne")
                : Texts.get("digits.loupeMany", loupe.channel() + 1, loupe.channels(), Numbers.fixed(product, 2)));
        setAccessibleText(result.getText());
        grids.again();
    }

    /// Three grids side by side.
    private final class Grids extends PaintedView {
        Grids() {
            super(3 * MOST_NUMBERS * CELL + 2 * SIGN, MOST_NUMBERS * CELL + NAME, "");
        }

        void again() {
            repaint();
        }

        double cell(Loupe loupe) {
            return Math.max(loupe.rows(), loupe.columns()) <= MOST_NUMBERS ? CELL : SMALL_CELL;
        }

        double wantedWidth(Loupe loupe) {
            return 3 * loupe.columns() * cell(loupe) + 2 * SIGN;
        }

        double wantedHeight(Loupe loupe) {
            return loupe.rows() * cell(loupe) + NAME;
        }

        @Override
        protected void paint(Pen g, double width, double height) {
            Loupe loupe = shown;
            if (loupe == null) {
                return;
            }
            float[] products = new float[loupe.patch().length];
            for (int i = 0; i < products.length; i++) {
                products[i] = loupe.patch()[i] * loupe.kernel()[i];
            }
            double each = loupe.columns() * cell(loupe) + SIGN;
            paintGrid(g, loupe, loupe.patch(), 0, Texts.get("digits.loupePatch"), "×");
            paintGrid(g, loupe, loupe.kernel(), each, Texts.get("digits.loupeKernel"), "=");
            paintGrid(g, loupe, products, 2 * each, Texts.get("digits.loupeProducts"), "");
        }

        private void paintGrid(Pen g, Loupe loupe, float[] values, double left, String name, String sign) {
            double cell = cell(loupe);
            g.setTextBaseline(VPos.CENTER);
            g.setTextAlign(TextAlignment.LEFT);
            g.setFont(Fonts.caption());
            g.setFill(palette.fgMuted());
            g.fillText(name, left, NAME / 2 - 2);
            double most = 1e-9;
            boolean signed = values != loupe.patch();
            for (float value : values) {
                most = Math.max(most, Math.abs(value));
                signed |= value < 0;
            }
            g.setTextAlign(TextAlignment.CENTER);
            for (int i = 0; i < values.length; i++) {
                double x = left + i % loupe.columns() * cell;
                double y = NAME + (double) (i / loupe.columns()) * cell;
                int argb = signed ? palette.weightArgb(values[i] / most)
                        : palette.activationArgb(Math.pow(values[i] / most, 0.8));
                g.setFill(Palette.color(argb));
                g.fillRect(x, y, cell - 1, cell - 1);
                if (cell == CELL) {
                    g.setFill(readableOn(Palette.color(argb)));
                    g.fillText(Numbers.fixed(values[i], Math.abs(values[i]) < 9.95 ? 2 : 1), x + (cell - 1) / 2,
                            y + (cell - 1) / 2);
                }
            }
            g.setFill(palette.fgMuted());
            g.setFont(Fonts.sans(15));
            g.fillText(sign, left + loupe.columns() * cell + SIGN / 2 - 0.5, NAME + loupe.rows() * cell / 2);
        }

        private Color readableOn(Color cell) {
            double light = cell.grayscale().getRed();
            boolean darkText = Math.abs(light - palette.fg().grayscale().getRed())
                    >= Math.abs(light - palette.bg().grayscale().getRed());
            return darkText ? palette.fg() : palette.bg();
        }

        @Override
        protected double computeMinWidth(double height) {
            return 0;
        }

        @Override
        protected double computeMinHeight(double width) {
            return 0;
        }
    }
}
