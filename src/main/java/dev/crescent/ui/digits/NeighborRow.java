package dev.crescent.ui.digits;

import dev.crescent.ui.Numbers;
import dev.crescent.ui.Texts;
import dev.crescent.ui.theme.Palette;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The nearest training images with their labels, in places that stay where they are.
final class NeighborRow extends HBox {
    static final int MOST = 5;
    private static final double SIDE = 42;
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final List<Place> places = new ArrayList<>();

    NeighborRow() {
        setAlignment(Pos.CENTER_LEFT);
        Label title = new Label(Texts.get("digits.nearest"));
        title.getStyleClass().add("group-title");
        title.setWrapText(true);
        title.setMinWidth(104);
        title.setMaxWidth(104);
        title.setMinHeight(USE_PREF_SIZE);
        getChildren().add(title);
        for (int i = 0; i < MOST; i++) {
            Region space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            Place place = new Place();
            place.clear();
            places.add(place);
            getChildren().addAll(space, place);
        }
    }

    void show(List<Neighbor> neighbors, int rows, int columns, Palette palette) {
        for (int i = 0; i < MOST; i++) {
            if (i < neighbors.size()) {
                places.get(i).show(neighbors.get(i), rows, columns, palette);
            } else {
                places.get(i).clear();
            }
        }
    }

    /// One image with its label beside it, or below where names are long.
    private static final class Place extends VBox {
        private final PixelFrame picture = new PixelFrame(SIDE, 6, true);
        private final Label beside = new Label();
        private final Label below = new Label();
        private final Tooltip tooltip = new Tooltip();

        Place() {
            setAlignment(Pos.CENTER);
            beside.getStyleClass().add("neighbor-label");
            below.getStyleClass().add("neighbor-label");
            beside.setMinWidth(9);
            HBox row = new HBox(7, picture, beside);
            row.setAlignment(Pos.CENTER);
            getChildren().setAll(row, below);
            Tooltip.install(this, tooltip);
        }

        void show(Neighbor neighbor, int rows, int columns, Palette palette) {
            picture.showInk(palette, neighbor.ink(), 0, rows, columns);
            boolean small = neighbor.label().length() <= 2;
            beside.setText(small ? neighbor.label() : "");
            below.setText(small ? "" : neighbor.label());
            beside.setVisible(small);
            beside.setManaged(small);
            below.setVisible(!small);
            below.setManaged(!small);
            picture.pseudoClassStateChanged(WRONG, neighbor.wrong());
            beside.pseudoClassStateChanged(WRONG, neighbor.wrong());
            below.pseudoClassStateChanged(WRONG, neighbor.wrong());
            String said = Texts.get(neighbor.wrong() ? "digits.neighborOther" : "digits.neighbor", neighbor.label(),
                    Numbers.fixed(neighbor.distance(), 2));
            tooltip.setText(said);
            picture.setAccessibleText(said);
            setVisible(true);
        }

        void clear() {
            picture.clear();
            setVisible(false);
            below.setVisible(false);
            below.setManaged(false);
        }
    }
}
