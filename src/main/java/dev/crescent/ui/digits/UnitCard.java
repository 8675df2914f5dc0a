package dev.crescent.ui.digits;

import dev.crescent.ui.Numbers;
import dev.crescent.ui.Texts;
import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.theme.Theme;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;

/// One unit: the weights it looks through, and the training images that excite it most.
public final class UnitCard extends VBox {
    private static final int MOST_KERNELS = 16;
    private static final int MOST_IMAGES = 9;
    private static final double KERNEL_SIDE = 42;
    private static final double SINGLE_SIDE = 140;
    private static final double IMAGE_SIDE = 42;

    /// What a unit looks through.
    ///
    /// @param images one an input channel; one for a unit of a dense layer that sees an image
    /// @param values `[images][rows][columns]`; copied
    public record Weights(int images, int rows, int columns, float[] values) {}

    /// A training image and what the unit says of it.
    ///
    /// @param ink `[rows][columns]` from 0 to 1
    public record Exciting(float[] ink, int rows, int columns, String label, double value) {}

    private final Label title = new Label();
    private final Label weightsTitle = heading();
    private final TilePane kernels = new TilePane(6, 6);
    private final Label more = new Label();
    private final Label words = new Label();
    private final TilePane images = new TilePane(8, 6);
    private Palette palette = Palette.of(Theme.LIGHT);
    private Weights weights = new Weights(0, 1, 1, new float[0]);
    private List<Exciting> exciting = List.of();
    private boolean searching;

    public UnitCard() {
        super(8);
        getStyleClass().add("unit-card");
        title.getStyleClass().add("panel-title");
        title.setId("unit-title");
        Label excitingTitle = heading();
        excitingTitle.setText(Texts.get("digits.exciting"));
        words.getStyleClass().add("muted");
        words.setId("unit-words");
        more.getStyleClass().add("caption");
        kernels.setPrefColumns(4);
        kernels.setMinWidth(USE_PREF_SIZE);
        words.setWrapText(true);
        words.setMaxWidth(3 * IMAGE_SIDE + 16);
        images.setPrefColumns(3);
        images.setAlignment(Pos.TOP_LEFT);
        VBox left = new VBox(8, weightsTitle, kernels, more);
        VBox right = new VBox(8, excitingTitle, words, images);
        right.setMinWidth(3 * IMAGE_SIDE + 16);
        getChildren().setAll(title, new HBox(24, left, right));
    }

    private static Label heading() {
        Label label = new Label();
        label.getStyleClass().add("group-title");
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    public void setTheme(Palette colors) {
        palette = colors;
        paintWeights();
        paintImages();
    }

    /// Shows a unit whose images are being searched.
    ///
    /// @param name of the unit, such as "Conv, layer 1, map 3"
    public void show(String name, Weights now) {
        title.setText(name);
        weights = new Weights(now.images(), now.rows(), now.columns(), now.values().clone());
        weightsTitle.setText(now.images() == 1 && now.rows() * now.columns() > 100 ? Texts.get("digits.weights")
                : Texts.get("digits.kernels", now.images()));
        weightsTitle.setVisible(now.images() > 0);
        weightsTitle.getParent().setManaged(now.images() > 0);
        weightsTitle.getParent().setVisible(now.images() > 0);
        paintWeights();
        searching = true;
        exciting = List.of();
        paintImages();
    }

    /// Shows what excites the unit most, the strongest first; nine have room.
    public void showExciting(List<Exciting> found) {
        searching = false;
        exciting = List.copyOf(found.subList(0, Math.min(MOST_IMAGES, found.size())));
        paintImages();
    }

    /// All kernels on one scale, so that the weak ones are seen to be weak.
    private void paintWeights() {
        kernels.getChildren().clear();
        int shown = Math.min(MOST_KERNELS, weights.images());
        int each = weights.rows() * weights.columns();
        more.setText(shown < weights.images() ? Texts.get("digits.more", weights.images() - shown) : "");
        more.setVisible(shown < weights.images());
        more.setManaged(shown < weights.images());
        kernels.setPrefColumns(Math.clamp(shown, 1, 4));
        float most = 1e-9f;
        for (float w : weights.values()) {
            most = Math.max(most, Math.abs(w));
        }
        for (int k = 0; k < shown; k++) {
            PixelFrame frame = new PixelFrame(weights.images() == 1 ? SINGLE_SIDE : KERNEL_SIDE, 4, false);
            int[] pixels = frame.pixels(weights.rows(), weights.columns());
            for (int i = 0; i < each; i++) {
                pixels[i] = palette.weightArgb(weights.values()[k * each + i] / most);
            }
            frame.painted();
            frame.setAccessibleText(weightsTitle.getText());
            kernels.getChildren().add(frame);
        }
    }

    private void paintImages() {
        words.setText(searching ? Texts.get("digits.searching") : Texts.get("digits.noneExciting"));
        words.setVisible(exciting.isEmpty());
        words.setManaged(exciting.isEmpty());
        images.getChildren().clear();
        for (Exciting each : exciting) {
            PixelFrame frame = new PixelFrame(IMAGE_SIDE, 6, true);
            frame.showInk(palette, each.ink(), 0, each.rows(), each.columns());
            String said = Texts.get("digits.excites", each.label(), Numbers.fixed(each.value(), 2));
            frame.setAccessibleText(said);
            Label label = new Label(said);
            label.getStyleClass().add("caption");
            VBox place = new VBox(1, frame, label);
            place.setAlignment(Pos.TOP_CENTER);
            images.getChildren().add(place);
        }
    }
}
