package dev.crescent.ui.network;

import dev.crescent.ui.Hint;
import dev.crescent.ui.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The row of layer cards with the line that joins them and the pluses on it.
///
/// Cards are kept and told something new when the network changes, so that focus and drags outlive a change.
final class LayerCards extends Pane {
    private final NetworkActions actions;
    private final Region line = new Region();
    private final Region mark = new Region();
    private final List<LayerCard> cards = new ArrayList<>();
    private final List<Button> pluses = new ArrayList<>();
    private @Nullable Structure structure;
    private @Nullable NetworkLayout layout;
    private int open = -2;

    LayerCards(NetworkActions actions) {
        this.actions = actions;
        getStyleClass().add("layer-cards");
        setManaged(false);
        setPickOnBounds(false);
        line.getStyleClass().add("layer-line");
        line.setManaged(false);
        line.setMouseTransparent(true);
        mark.getStyleClass().add("layer-mark");
        mark.setManaged(false);
        mark.setMouseTransparent(true);
        mark.setVisible(false);
        mark.setViewOrder(-1);
        getChildren().setAll(line, mark);
    }

    void show(List<CardModel> models, Structure newStructure, NetworkLayout newLayout) {
        structure = newStructure;
        layout = newLayout;
        resizeCount(models.size());
        for (int i = 0; i < models.size(); i++) {
            Box box = newLayout.cards().get(i);
            LayerCard card = cards.get(i);
            card.show(models.get(i), newLayout.size(), box.width());
            card.resizeRelocate(box.x(), box.y(), box.width(), box.height());
            card.setOpen(models.get(i).layer() == open);
        }
        // Names of two sizes beside each other would look as if one mattered more.
        boolean small = cards.stream().anyMatch(LayerCard::isNameCramped);
        cards.forEach(card -> card.writeSmall(small));
        boolean room = actions.canInsert();
        for (int i = 0; i < pluses.size(); i++) {
            Box box = newLayout.pluses().get(i);
            Button plus = pluses.get(i);
            plus.resizeRelocate(box.x(), box.y(), box.width(), box.height());
            plus.setVisible(room && (newStructure.seesImages() || !newStructure.items().get(i + 1).isPill()));
            boolean crowded = newLayout.cards().get(i + 1).x() - newLayout.cards().get(i).right() < box.width() + 2;
            plus.setViewOrder(crowded ? -0.5 : 0);
            plus.getStyleClass().removeAll("crowded");
            if (crowded) {
                plus.getStyleClass().add("crowded");
            }
        }
        Box first = newLayout.cards().getFirst();
        line.resizeRelocate(first.centerX(), Math.rint(first.centerY()),
                newLayout.cards().getLast().centerX() - first.centerX(), 1);
    }

    private void resizeCount(int count) {
        while (cards.size() < count) {
            int number = cards.size();
            if (number > 0) {
                Button plus = plus(number - 1);
                pluses.add(plus);
                getChildren().add(plus);
            }
            LayerCard card = new LayerCard();
            card.minus().setOnAction(e -> changeUnits(card, -1));
            card.plus().setOnAction(e -> changeUnits(card, 1));
            new CardInput(this, card, number, actions);
            cards.add(card);
            getChildren().add(card);
        }
        while (cards.size() > count) {
            getChildren().remove(cards.removeLast());
            if (!pluses.isEmpty()) {
                getChildren().remove(pluses.removeLast());
            }
        }
    }

    private Button plus(int number) {
        Button plus = new Button("", new FontIcon(Feather.PLUS));
        plus.getStyleClass().setAll("layer-plus");
        plus.setManaged(false);
        plus.setAccessibleText(Texts.get("network.insert"));
        Hint.give(plus, Texts.get("network.insertHint"));
        plus.setOnAction(e -> {
            if (structure != null) {
                int layer = structure.items().get(number + 1).layer();
                actions.insert(plus, layer);
            }
        });
        return plus;
    }

    private void changeUnits(LayerCard card, int by) {
        CardModel model = card.model();
        if (model != null) {
            actions.setUnits(model.layer(), model.units() + by);
        }
    }

    int size() {
        return cards.size();
    }

    LayerCard card(int number) {
        return cards.get(number);
    }

    /// The card of a layer, or null.
    @Nullable
    LayerCard cardOf(int layer) {
        for (LayerCard card : cards) {
            CardModel model = card.model();
            if (model != null && model.layer() == layer) {
                return card;
            }
        }
        return null;
    }

    /// Marks the card whose popover is open; -2 for none.
    void setOpen(int layer) {
        open = layer;
        for (LayerCard card : cards) {
            CardModel model = card.model();
            card.setOpen(model != null && model.layer() == layer);
        }
    }

    /// Shows where a dragged card would go, and says before which layer that is; -1 for nowhere.
    int markDrop(int number, double x) {
        Structure s = structure;
        NetworkLayout l = layout;
        if (s == null || l == null) {
            return -1;
        }
        boolean pill = s.items().get(number).isPill();
        int best = -1;
        double nearest = Double.POSITIVE_INFINITY;
        for (int i = 1; i < s.items().size(); i++) {
            double at = gapMiddle(l, i);
            if ((pill || !s.items().get(i).isPill()) && Math.abs(at - x) < nearest) {
                nearest = Math.abs(at - x);
                best = i;
            }
        }
        if (best < 0) {
            return -1;
        }
        mark.resizeRelocate(Math.rint(gapMiddle(l, best)) - 1, NetworkLayout.CARDS_TOP, 2, NetworkLayout.CARD_HEIGHT);
        mark.setVisible(true);
        return s.items().get(best).layer();
    }

    private static double gapMiddle(NetworkLayout layout, int before) {
        return (layout.cards().get(before - 1).right() + layout.cards().get(before).x()) / 2;
    }

    void hideMark() {
        mark.setVisible(false);
    }
}
