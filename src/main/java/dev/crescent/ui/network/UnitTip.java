package dev.crescent.ui.network;

import dev.crescent.engine.ParameterLayout;
import dev.crescent.ui.Numbers;
import dev.crescent.ui.Texts;
import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.theme.Theme;
import java.nio.IntBuffer;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.jspecify.annotations.Nullable;

/// The card beside a unit of a network that sees images: its weights as a larger picture, and between which numbers they
/// lie. Follows the training.
final class UnitTip extends UnitCard {
    private static final int SIDE = 168;

    private final ImageView picture = new ImageView();
    private final Label kind = new Label();
    private final Label range = new Label();
    private final Label bias = new Label();
    private Palette palette = Palette.of(Theme.LIGHT);
    private @Nullable Shown shown;
    private @Nullable UnitRef unit;
    private @Nullable PixelBuffer<IntBuffer> buffer;
    private int[] pixels = new int[0];

    UnitTip() {
        kind.getStyleClass().add("caption");
        kind.setWrapText(true);
        kind.setMinHeight(USE_PREF_SIZE);
        range.getStyleClass().add("value");
        bias.getStyleClass().add("value");
        getChildren().setAll(title, picture, kind, range, bias);
    }

    void setTheme(Palette colors) {
        palette = colors;
    }

    /// Shows a unit, if it has weights of its own, or nothing.
    ///
    /// @param parameters none where they are not known
    void show(@Nullable Shown of, @Nullable UnitRef at, float[] parameters) {
        shown = of;
        unit = at;
        update(parameters);
    }

    /// Shows the newest weights of the same unit.
    void update(float[] parameters) {
        Shown of = shown;
        UnitRef at = unit;
        ParameterLayout layout = of == null ? null : of.layout();
        setVisible(false);
        if (of == null || at == null || layout == null || at.column() == 0 || parameters.length == 0
                || !of.structure().seesImages() || at.column() >= of.structure().columns().size()) {
            return;
        }
        setVisible(true);
        Structure.Column column = of.structure().columns().get(at.column());
        title.setText(of.unitName(at.column(), at.unit()));
        layout.slice(column.layer()).ifPresent(slice -> showNumbers(slice, column, at.unit(), parameters));
        showPicture(column.picture(), at.unit(), parameters);
    }

    private void showNumbers(ParameterLayout.Slice slice, Structure.Column column, int index, float[] parameters) {
        int each = slice.weightCount() / slice.weightShape().getFirst() * column.pieces();
        int first = slice.weightOffset() + index * each;
        float least = Float.POSITIVE_INFINITY;
        float most = Float.NEGATIVE_INFINITY;
        for (int i = first; i < first + each; i++) {
            least = Math.min(least, parameters[i]);
            most = Math.max(most, parameters[i]);
        }
        boolean filter = slice.weightShape().size() == 4;
        kind.setText(kind(column.picture(), filter, each, index, parameters));
        range.setText(Texts.get("network.unit.range", Amounts.signed(least), Amounts.signed(most)));
        bias.setVisible(column.hasBiases());
        bias.setManaged(column.hasBiases());
        bias.setText(column.hasBiases() ? Texts.get("network.unit.bias",
                Amounts.signed(parameters[column.biasOffset() + index * column.pieces()])) : "");
    }

    private static String kind(Structure.@Nullable Picture of, boolean filter, int weights, int index, float[] parameters) {
        if (of == null) {
            return Texts.get("network.unit.plain", weights);
        }
        String size = Numbers.fixed(of.rows(), 0) + " \u00d7 " + Numbers.fixed(of.columns(), 0);
        return of.channels() == 1 ? Texts.get(filter ? "network.unit.filter" : "network.unit.single", size)
                : Texts.get("network.unit.channel", size, of.channels(), of.channel(index, parameters) + 1);
    }

    private void showPicture(Structure.@Nullable Picture of, int index, float[] parameters) {
        picture.setVisible(of != null);
        picture.setManaged(of != null);
        if (of == null) {
            return;
        }
        int each = Math.max(1, SIDE / Math.max(of.rows(), of.columns())); // whole pixels a weight stay sharp
        int width = each * of.columns();
        int height = each * of.rows();
        PixelBuffer<IntBuffer> target = buffer;
        if (target == null || target.getWidth() != width || target.getHeight() != height) {
            pixels = new int[width * height];
            target = new PixelBuffer<>(width, height, IntBuffer.wrap(pixels), PixelFormat.getIntArgbPreInstance());
            buffer = target;
            picture.setImage(new WritableImage(target));
        }
        int first = of.first(index, parameters);
        double gain = WeightImage.gain(parameters, first, first + of.rows() * of.columns());
        target.updateBuffer(whole -> {
            WeightImage.paint(pixels, width, height, parameters, first, of.rows(), of.columns(), gain, palette);
            return null;
        });
    }

    @Override
    String said() {
        return isVisible() ? String.join(", ", title.getText(), kind.getText(), range.getText()) : "";
    }

    /// The picture's middle weight is at its middle.
    int[] pixels() {
        return picture.isVisible() ? pixels : new int[0];
    }
}
