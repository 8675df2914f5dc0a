package dev.crescent.ui.network;

import dev.crescent.ui.Hint;
import dev.crescent.ui.Texts;
import dev.crescent.ui.theme.Fonts;
import java.util.Locale;
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
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A layer's card: its function above, its count with minus and plus below. Shows what it is told to and keeps nothing.
final class LayerCard extends VBox {
    private static final PseudoClass OPEN = PseudoClass.getPseudoClass("open");
    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");
    private static final PseudoClass TIGHT = PseudoClass.getPseudoClass("tight");
    private static final PseudoClass SMALL = PseudoClass.getPseudoClass("small");
    private static final PseudoClass DRAGGED = PseudoClass.getPseudoClass("dragged");

    private static final double HINT = 360;
    private static final double SPACING = 5;
    private static final double ICON = 23;
    private static final double CARET = 14;
    private static final double BUTTONS = 42;
    private static final double PADDING = 12;
    private static final double TIGHT_SPACING = 1;
    private static final double TIGHT_CARET = 12;
    private static final double TIGHT_PADDING = 2;
    /// What is left of the padding in narrow cards.
    private static final double NARROW_PADDING = 2;
    private static final double SMALL_FONT = 12;

    private final StackPane icon = new StackPane();
    private final Label name = new Label();
    private final FontIcon caret = new FontIcon(Feather.CHEVRON_DOWN);
    private final HBox top = new HBox(SPACING, icon, name, caret);
    private final Label count = new Label();
    private final Button minus = button(Feather.MINUS, "network.fewerUnits");
    private final Button plus = button(Feather.PLUS, "network.moreUnits");
    private final HBox bottom = new HBox(minus, count, plus);
    private final Tooltip hint = new Tooltip();
    private @Nullable CardModel model;
    private NetworkLayout.@Nullable CardSize size;
    private double room;
    private boolean crampedName;

    LayerCard() {
        getStyleClass().add("layer-card");
        setAccessibleRole(AccessibleRole.BUTTON);
        setFocusTraversable(true);
        setManaged(false);
        hint.setWrapText(true);
        hint.setMaxWidth(HINT);
        Tooltip.install(this, hint);
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
    }

    private static Button button(Feather feather, String key) {
        Button button = new Button("", new FontIcon(feather));
        button.getStyleClass().setAll("count-button");
        button.setFocusTraversable(false);
        button.setAccessibleText(Texts.get(key));
        Hint.give(button, Texts.get(key));
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

    void setDragged(boolean dragged) {
        pseudoClassStateChanged(DRAGGED, dragged);
    }

    /// @param width in pixels, within which as much is said as fits
    void show(CardModel card, NetworkLayout.CardSize cardSize, double width) {
        if (card.equals(model) && cardSize == size && width - PADDING == room) {
            return;
        }
        boolean newIcon = model == null || model.kind() != card.kind() || model.activation() != card.activation();
        model = card;
        size = cardSize;
        room = width - PADDING;
        if (newIcon) {
            showIcon(card);
        }
        boolean tiny = card.kind().isPill() || cardSize == NetworkLayout.CardSize.TINY;
        arrangeName(card, tiny);
        arrangeCount(card, tiny);
        pseudoClassStateChanged(NARROW, tiny);
        minus.setDisable(card.units() <= 1);
        plus.setDisable(card.units() >= card.most());
        setAccessibleText(card.title() + ", " + card.name() + ", " + card.count()
                + (card.detail().isEmpty() ? "" : ". " + card.detail()));
        String what = Texts.get("network.card." + (card.units() == 1 && card.kind() == CardModel.Kind.FEATURES
                && !card.detail().isEmpty() ? "image" : card.kind().name().toLowerCase(Locale.ROOT)));
        hint.setText(card.detail().isEmpty() ? what : card.detail() + " " + what);
    }

    /// Moves together what does not fit, and writes its name smaller; then leaves out first the caret, then the icon, then
    /// the name, but never both of these. Of a layer whose icon does not say what it is, the name is written smaller, and cut, rather than left out.
    private void arrangeName(CardModel card, boolean tiny) {
        boolean features = card.kind() == CardModel.Kind.FEATURES;
        double needed = measure(card.name(), Fonts.bold(13));
        boolean fits = !tiny && needed <= room;
        boolean must = card.activation() != null && !card.name().equals(card.activation().id());
        boolean named = fits || must;
        double closest = measure(card.name(), Fonts.bold(SMALL_FONT)) + ICON + TIGHT_CARET + 2 * TIGHT_SPACING;
        boolean whole = fits && !features && ICON + CARET + 2 * SPACING + needed <= room;
        boolean tight = !whole && !must && !tiny && !features && closest <= room + PADDING - TIGHT_PADDING;
        boolean small = must && !fits || tight;
        boolean cut = small && !tight && measure(card.name(), Fonts.bold(SMALL_FONT)) > room + PADDING - NARROW_PADDING;
        name.setText(cut ? card.shortName() : card.name());
        crampedName = small;
        writeSmall(small);
        boolean drawn = !features && (!named || tight || !small && ICON + SPACING + needed <= room);
        pseudoClassStateChanged(TIGHT, tight);
        top.setSpacing(tight ? TIGHT_SPACING : SPACING);
        show(name, named || tight);
        show(icon, drawn);
        show(caret, whole || tight);
        show(top, named || drawn);
    }

    /// Whether the name has room only if it is written smaller.
    boolean isNameCramped() {
        return crampedName;
    }

    void writeSmall(boolean small) {
        name.pseudoClassStateChanged(SMALL, small);
    }

    private void arrangeCount(CardModel card, boolean tiny) {
        double words = measure(card.count(), Fonts.sans(13));
        // What a layer gives out matters more than two buttons, which its popover has, too.
        boolean crowded = !card.detail().isEmpty() && words + BUTTONS > room && words <= room
                || measure(card.number(), Fonts.sans(13)) + BUTTONS > room;
        boolean adjustable = card.kind() == CardModel.Kind.HIDDEN && !tiny && !crowded;
        show(minus, adjustable);
        show(plus, adjustable);
        boolean full = !tiny && words + (adjustable ? BUTTONS : 0) <= room;
        count.setText(full ? card.count() : card.number());
        count.setMouseTransparent(card.kind() != CardModel.Kind.HIDDEN);
    }

    private static double measure(String words, Font font) {
        Text text = new Text(words);
        text.setFont(font);
        return Math.ceil(text.getLayoutBounds().getWidth());
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
            case POOL -> icon.getChildren().add(new FontIcon(Feather.MINIMIZE_2));
            case OTHER -> icon.getChildren().add(new FontIcon(Feather.LAYERS));
            case FEATURES, HIDDEN, OUTPUT -> { }
        }
    }

    private static void show(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }
}
