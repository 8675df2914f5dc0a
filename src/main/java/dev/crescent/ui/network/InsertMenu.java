package dev.crescent.ui.network;

import dev.crescent.experiment.Model;
import dev.crescent.ui.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.MenuItem;
import javafx.scene.text.Text;

/// What kinds of layer can be inserted into a network that sees images, and in one sentence why others cannot be here.
final class InsertMenu {
    /// What is asked for most comes first.
    private static final List<NetworkEdits.Kind> KINDS = List.of(NetworkEdits.Kind.CONV, NetworkEdits.Kind.MAX_POOL,
            NetworkEdits.Kind.DENSE, NetworkEdits.Kind.DROPOUT, NetworkEdits.Kind.BATCH_NORM, NetworkEdits.Kind.FLATTEN,
            NetworkEdits.Kind.NOISE, NetworkEdits.Kind.MAXOUT);
    private static final double REASON = 220;

    private final ContextMenu menu = new ContextMenu();

    InsertMenu() {
        menu.setId("network.insertMenu");
    }

    /// Opens below a node.
    ///
    /// @param before the layer before which one is inserted
    /// @param refusal why a network is not possible; empty if it is
    void show(Node owner, Model.Network network, int before, Function<Model.Network, Optional<String>> refusal,
              Consumer<Model.Network> onChosen) {
        menu.getItems().clear();
        String reason = "";
        for (NetworkEdits.Kind kind : KINDS) {
            Model.Network next = NetworkEdits.inserted(network, before, kind);
            Optional<String> refused = refusal.apply(next);
            if (refused.isEmpty()) {
                MenuItem item = new MenuItem(Texts.get("network.kind." + kind.name().toLowerCase(Locale.ROOT)));
                item.setOnAction(e -> onChosen.accept(next));
                menu.getItems().add(item);
            } else if (reason.isEmpty()) {
                reason = refused.get();
            }
        }
        if (!reason.isEmpty()) {
            menu.getItems().add(reason(reason));
        }
        menu.show(owner, Side.BOTTOM, 0, 4);
    }

    private static MenuItem reason(String sentence) {
        // A label in a menu is never higher than one line.
        Text text = new Text(sentence);
        text.getStyleClass().add("menu-reason-text");
        text.setWrappingWidth(REASON);
        CustomMenuItem item = new CustomMenuItem(text, false);
        item.getStyleClass().add("menu-reason");
        item.setDisable(true);
        return item;
    }

    ContextMenu menu() {
        return menu;
    }
}
