package dev.crescent.ui.network;

import dev.crescent.insight.UnitSpreads;
import dev.crescent.ui.Numbers;
import dev.crescent.ui.Texts;
import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.theme.Theme;
import java.nio.IntBuffer;
import java.util.Arrays;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// The card beside a unit of a network whose data do not lie in a plane: how its outputs are spread, larger than in the
/// thumbnail, and between which numbers. Follows the training.
final class SpreadTip extends UnitCard {
    private static final int WIDTH = 196;
    private static final int HEIGHT = 98;
    /// Pixels of the picture a pixel of the card, for sharp bars at any zoom.
    private static final int DENSITY = 2;

    private final int[] pixels = new int[WIDTH * HEIGHT * DENSITY * DENSITY];
    private final PixelBuffer<IntBuffer> buffer = new PixelBuffer<>(WIDTH * DENSITY, HEIGHT * DENSITY,
            IntBuffer.wrap(pixels), PixelFormat.getIntArgbPreInstance());
    private final Label least = new Label();
    private final Label greatest = new Label();
    private final Label caption = new Label();
    private Palette palette = Palette.of(Theme.LIGHT);
    private @Nullable Shown shown;
    private @Nullable UnitRef unit;

    SpreadTip() {
        ImageView picture = new ImageView(new WritableImage(buffer));
        picture.setFitWidth(WIDTH);
        picture.setFitHeight(HEIGHT);
        for (Label end : new Label[] {least, greatest}) {
            end.getStyleClass().add("value");
        }
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        caption.getStyleClass().add("caption");
        caption.setWrapText(true);
        caption.setMinHeight(USE_PREF_SIZE);
        getChildren().setAll(title, picture, new HBox(least, between, greatest), caption);
    }

    void setTheme(Palette colors) {
        palette = colors;
    }

    /// Shows a unit, or nothing.
    ///
    /// @param spreads null where they are not known
    void show(@Nullable Shown of, @Nullable UnitRef at, @Nullable UnitSpreads spreads) {
        shown = of;
        unit = at;
        update(spreads);
    }

    /// Shows the newest outputs of the same unit.
    void update(@Nullable UnitSpreads spreads) {
        Shown of = shown;
        UnitRef at = unit;
        setVisible(false);
        if (of == null || at == null || spreads == null || at.column() >= of.structure().columns().size()) {
            return;
        }
        int layer = of.structure().columns().get(at.column()).layer() + 1;
        if (layer < spreads.counts().length && at.unit() < spreads.counts()[layer].length) {
            setVisible(true);
            show(of, at, spreads.counts()[layer][at.unit()], spreads.ends()[layer][at.unit()]);
        }
    }

    private void show(Shown of, UnitRef at, int[][] counts, double[] ends) {
        title.setText(of.unitName(at.column(), at.unit()));
        int samples = Arrays.stream(counts).mapToInt(bin -> Arrays.stream(bin).sum()).sum();
        int decimals = ends[1] - ends[0] >= 100 ? 0 : ends[1] - ends[0] >= 10 ? 1 : 2;
        least.setText(samples == 0 ? "" : Numbers.fixed(ends[0], decimals));
        greatest.setText(samples == 0 ? "" : Numbers.fixed(ends[1], decimals));
        caption.setText(Texts.get(at.column() == 0 ? "network.spread.input" : "network.spread.unit", samples));
        buffer.updateBuffer(whole -> {
            SpreadTile.paint(pixels, WIDTH * DENSITY, HEIGHT * DENSITY, counts, palette, of.classes());
            return null;
        });
    }

    @Override
    String said() {
        return isVisible() ? String.join(", ", title.getText(), caption.getText(),
                Texts.get("network.unit.range", least.getText(), greatest.getText())) : "";
    }
}
