package dev.crescent.ui.data;

import dev.crescent.ui.FormulaLabel;
import dev.crescent.ui.Hint;
import dev.crescent.ui.Texts;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// One formula: a picture of it over the plane, and how it is written. One that is not standard can be removed. One that is
/// a column of a table takes a row for the column's name, which says at once what x1 is in the formulas below.
final class FeatureChip extends StackPane {
    private static final double PICTURE = 20;
    /// What lies around the formula: padding, the picture, the gaps.
    private static final double AROUND = 5 + PICTURE + 6 + 5;
    private static final double REMOVER = 16;

    final String formula;
    final PixelImage picture = new PixelImage(PICTURE, 3);
    private final ToggleButton toggle = new ToggleButton();
    private final Tooltip hint = new Tooltip();
    private final double needed;
    private final List<String> columns;

    /// @param columns what x1 and x2 are called in the data
    FeatureChip(String formula, List<String> columns, Runnable toggled, Runnable removed) {
        this.formula = formula;
        this.columns = List.copyOf(columns);
        boolean removable = !FeatureList.contains(FeatureList.STANDARD, formula);
        FormulaLabel label = new FormulaLabel(formula);
        String column = FeatureList.column(formula, columns);
        needed = column.isEmpty() ? AROUND + label.getPrefWidth() + (removable ? REMOVER : 0) : Double.MAX_VALUE;
        HBox content = new HBox(6, picture, label);
        if (!column.isEmpty()) {
            Label name = new Label(column);
            name.getStyleClass().add("column-name");
            name.maxWidthProperty().bind(widthProperty().subtract(AROUND + label.getPrefWidth() + 6 + 5));
            content.getChildren().add(name);
        }
        content.setAlignment(Pos.CENTER_LEFT);
        content.setMinWidth(0);
        Rectangle clip = new Rectangle();
        clip.heightProperty().bind(content.heightProperty());
        clip.widthProperty().bind(widthProperty().subtract(10 + (removable ? REMOVER : 0)));
        content.setClip(clip);
        toggle.setGraphic(content);
        toggle.getStyleClass().setAll("chip", "feature-chip");
        toggle.setId("feature-" + FeatureList.bare(formula));
        toggle.setAccessibleText(formula);
        toggle.setMaxWidth(Double.MAX_VALUE);
        toggle.setMinWidth(0);
        toggle.setOnAction(e -> toggled.run());
        hint.setWrapText(true);
        hint.setMaxWidth(280);
        toggle.setTooltip(hint);
        getChildren().setAll(toggle);
        setMinWidth(0);
        if (removable) {
            toggle.setOnKeyPressed(e -> {
                if (e.getCode() == KeyCode.DELETE || e.getCode() == KeyCode.BACK_SPACE) {
                    removed.run();
                    e.consume();
                }
            });
            getChildren().add(remover(removed));
        }
    }

    private Button remover(Runnable removed) {
        Button button = new Button("", new FontIcon(Feather.X));
        button.getStyleClass().addAll("icon-button", "chip-remover");
        button.setId("remove-" + FeatureList.bare(formula));
        button.setAccessibleText(Texts.get("features.remove", formula));
        Hint.give(button, Texts.get("features.remove", formula));
        button.setOnAction(e -> removed.run());
        StackPane.setAlignment(button, Pos.CENTER_RIGHT);
        StackPane.setMargin(button, new Insets(0, 4, 0, 0));
        return button;
    }

    /// How many of the grid's columns the formula takes to be read whole.
    int span(double column, double gap, int most) {
        return (int) Math.clamp(Math.ceil((needed + gap) / (column + gap)), 1, most);
    }

    /// @param only whether it is the one feature that is left
    void show(boolean chosen, boolean only) {
        toggle.setSelected(chosen);
        String key = "features.hint." + FeatureList.bare(formula).replaceAll("[^a-z0-9]", "_");
        String sentence = FeatureList.contains(FeatureList.STANDARD, formula) ? Texts.get(key)
                : Texts.get("features.hint", formula);
        hint.setText(chosen && only ? Texts.get("features.only") : sentence + FeatureList.columns(formula, columns));
        toggle.setAccessibleText(formula + FeatureList.columns(formula, columns));
    }
}
