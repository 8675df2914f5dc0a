package dev.crescent.ui.network;

import dev.crescent.ui.Texts;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A layer's card: its function above, its count with minus and plus below. Shows what it is told to and keeps nothing.
final class LayerCard extends VBox {
    private static final PseudoClass OPEN = PseudoClass.getPseudoClass("open");
    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");

    private final StackPane icon = new StackPane();
    private final Label name = new Label();
    private final FontIcon caret = new FontIcon(Feather.CHEVRON_DOWN);
    private final HBox top = new HBox(6, icon, name, caret);
    private final Label count = new Label();
    private final Button minus = button(Feather.MINUS, "network.fewerUnits");
    private final Button plus = button(Feather.PLUS, "network.moreUnits");
    private final HBox bottom = new HBox(minus, count, plus);
    private @Nullable CardModel model;
    private NetworkLayout.@Nullable CardSize size;

    LayerCard() {
        getStyleClass().add("layer-card");
        setAccessibleRole(AccessibleRole.BUTTON);
        setFocusTraversable(true);
        setManaged(false);
        icon.getStyleClass().add("layer-icon");
        name.getStyleClass().add("layer-name");
        caret.getStyleClass().add("layer-caret");
        count.getStyleClass().add("layer-count");
        count.setMaxWidth(Double.MAX_VALUE);
        count.setAlignment(Pos.CENTER);
        HBox.setHgrow(count, Priority.ALWAYS);
        top.setAlignment(Pos.CENTER);
        bottom.setAlignment(Pos.CENTER);
        setAlignment(Pos.CENTER);
        getChildren().setAll(top, bottom);
        hoverProperty().addListener((p, was, is) -> arrangeCount());
        focusedProperty().addListener((p, was, is) -> arrangeCount());
    }

    private static Button button(Feather feather, String key) {
        Button button = new Button("", new FontIcon(feather));
        button.getStyleClass().setAll("count-button");
        button.setFocusTraversable(false);
        button.setAccessibleText(Texts.get(key));
        button.setTooltip(new Tooltip(Texts.get(key)));
        return button;
    }

    Button minus() {
        return minus;
    }

    Button plus() {
        return plus;
    }

    /// The area whose vertical drag changes the number of units.
    Node count() {
        return count;
    }

    @Nullable
    CardModel model() {
        return model;
    }

    void setOpen(boolean open) {
        pseudoClassStateChanged(OPEN, open);
    }

    void show(CardModel card, NetworkLayout.CardSize cardSize) {
        if (card.equals(model) && cardSize == size) {
            return;
        }
        boolean newIcon = model == null || model.kind() != card.kind() || model.activation() != card.activation();
        model = card;
        size = cardSize;
        if (newIcon) {
            showIcon(card);
        }
        boolean features = card.kind() == CardModel.Kind.FEATURES;
        boolean named = cardSize.hasName() && !card.kind().isPill();
        show(name, named);
        show(caret, named && !features);
        show(icon, !features);
        show(top, named || !features);
        pseudoClassStateChanged(NARROW, !named && (card.kind().isPill() || cardSize == NetworkLayout.CardSize.TINY));
        name.setText(card.name());
        count.setText(named ? card.count() : card.number());
        minus.setDisable(card.units() <= 1);
        plus.setDisable(card.units() >= NetworkEdits.MOST_UNITS);
        setAccessibleText(card.title() + ", " + card.name() + ", " + card.count());
        arrangeCount();
    }

    /// Narrow cards have no room for minus and plus until they are meant.
    private void arrangeCount() {
        if (model == null || size == null) {
            return;
        }
        boolean adjustable = model.kind() == CardModel.Kind.HIDDEN && size != NetworkLayout.CardSize.TINY;
        boolean always = size.hasName();
        show(minus, adjustable && (always || isHover() || isFocused()));
        show(plus, adjustable && (always || isHover() || isFocused()));
        count.setMouseTransparent(model.kind() != CardModel.Kind.HIDDEN);
    }

    private void showIcon(CardModel card) {
        icon.getChildren().clear();
        if (card.activation() != null) {
            icon.getChildren().add(ActivationCurve.of(card.activation(), 20, 12));
            return;
        }
        switch (card.kind()) {
            case DROPOUT -> icon.getChildren().add(new FontIcon(Feather.DROPLET));
            case NOISE -> icon.getChildren().add(new FontIcon(Feather.ACTIVITY));
            case OTHER -> icon.getChildren().add(new FontIcon(Feather.LAYERS));
            case FEATURES, HIDDEN, OUTPUT -> { }
        }
    }

    private static void show(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }
}
