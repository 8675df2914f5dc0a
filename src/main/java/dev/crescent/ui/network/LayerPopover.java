package dev.crescent.ui.network;

import dev.crescent.experiment.Model;
import dev.crescent.ui.Hint;
import dev.crescent.ui.Texts;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The card of everything about one layer. Changes apply at once and are undone like all others; Escape
/// only closes it.
final class LayerPopover {
    private static final double WIDTH = 320;

    private final Host host;
    private final Label title = new Label();
    private final Label subject = new Label();
    private final Button left = icon(Feather.ARROW_LEFT, "network.moveLeft");
    private final Button right = icon(Feather.ARROW_RIGHT, "network.moveRight");
    private final Button copy = icon(Feather.COPY, "network.duplicate");
    private final Button remove = new Button(Texts.get("network.remove"), new FontIcon(Feather.TRASH_2));
    private final HBox footer;
    private final VBox card = new VBox();
    private final LayerForm form;
    private final Callout callout;
    private int layer = -1;

    /// What the popover needs of the view.
    interface Host {
        Model.Network network();

        /// @param finished false while a drag goes on, all of which is one change
        /// @return false if it is not possible, which is then said
        boolean change(Model.Network next, String what, boolean finished);

        /// Why a network is not possible; empty if it is.
        Optional<String> refusal(Model.Network next);

        /// Whether images come in.
        boolean seesImages();

        /// How many parameters a layer has; -1 if not known.
        int parameters(int layer);

        /// What a layer is called, such as "Hidden layer 1".
        String title(int layer);

        /// Where a layer's card lies.
        Box card(int layer);

        /// The popover of this layer is open now; -2 for none.
        void opened(int layer);
    }

    LayerPopover(Host host) {
        this.host = host;
        form = new LayerForm(new LayerForm.Changes() {
            @Override
            public Model.Network network() {
                return host.network();
            }

            @Override
            public int layer() {
                return layer;
            }

            @Override
            public void change(Model.Network next, String what, boolean finished) {
                if (host.change(next, what, finished)) {
                    refresh();
                }
            }

            @Override
            public Optional<String> refusal(Model.Network next) {
                return host.refusal(next);
            }

            @Override
            public boolean seesImages() {
                return host.seesImages();
            }

            @Override
            public void resized() {
                callout.fit();
            }
        });
        footer = new HBox(4, left, right, copy, space(), remove);
        build();
        callout = new Callout(card, this::close, this::hidden);
    }

    private void build() {
        card.getStyleClass().add("layer-popover");
        card.setPrefWidth(WIDTH);
        card.setMinWidth(WIDTH);
        card.setMaxWidth(WIDTH);
        title.getStyleClass().add("popover-title");
        subject.getStyleClass().add("caption");
        Button close = icon(Feather.X, "network.close");
        close.getStyleClass().add("small-control");
        close.setOnAction(e -> close());
        title.setMinWidth(Region.USE_PREF_SIZE);
        HBox header = new HBox(8, title, subject, space(), close);
        header.setAlignment(Pos.CENTER_LEFT);
        header.getStyleClass().add("popover-header");
        footer.setAlignment(Pos.CENTER_LEFT);
        footer.getStyleClass().add("popover-footer");
        remove.getStyleClass().addAll("danger", "flat", "layer-remove");
        Hint.give(remove, Texts.get("network.removeHint"));
        left.setOnAction(e -> move(NetworkEdits.beforeLeft(host.network(), layer)));
        right.setOnAction(e -> move(NetworkEdits.beforeRight(host.network(), layer)));
        copy.setOnAction(e -> change(NetworkEdits.duplicated(host.network(), layer), "network.did.duplicated"));
        remove.setOnAction(e -> {
            Model.Network without = NetworkEdits.removed(host.network(), layer);
            if (host.refusal(without).isEmpty()) {
                close();
            }
            host.change(without, Texts.get("network.did.removed"), true);
        });
        card.getChildren().setAll(header, form, footer);
    }

    private static Button icon(Feather feather, String key) {
        Button button = new Button("", new FontIcon(feather));
        button.getStyleClass().add("icon-button");
        button.setAccessibleText(Texts.get(key));
        Hint.give(button, Texts.get(key));
        return button;
    }

    private static Region space() {
        Region region = new Region();
        HBox.setHgrow(region, Priority.ALWAYS);
        return region;
    }

    boolean isShowing() {
        return callout.isShowing();
    }

    /// Says why what was asked for is not possible.
    void say(String sentence) {
        refresh();
        form.say(sentence);
    }

    /// The card, for tests and pictures.
    Callout callout() {
        return callout;
    }

    int layer() {
        return layer;
    }

    void open(Node owner, int number) {
        layer = number;
        refresh();
        host.opened(number);
        Box box = host.card(number);
        callout.show(owner, box.centerX(), box.bottom() + 8, box.y() - 8);
    }

    /// Follows the network; closes if the layer is gone.
    void follow(Node owner) {
        if (!callout.isShowing()) {
            return;
        }
        if (layer >= host.network().layers().size()) {
            close();
            return;
        }
        refresh();
        Box box = host.card(layer);
        callout.follow(owner, box.centerX(), box.bottom() + 8, box.y() - 8);
    }

    void close() {
        callout.hide();
    }

    private void hidden() {
        form.letGo();
        host.opened(-2);
    }

    private void move(int to) {
        Model.Network network = host.network();
        int from = layer;
        Model.Network moved = to < 0 ? network : NetworkEdits.moved(network, from, to);
        if (to >= 0 && host.refusal(moved).isEmpty()) {
            layer = NetworkEdits.movedTo(network, from, to);
            host.opened(layer);
        }
        change(moved, "network.did.moved");
    }

    private void change(Model.Network next, String key) {
        if (host.change(next, Texts.get(key), true)) {
            refresh();
        }
    }

    private void refresh() {
        if (layer < 0 || layer >= host.network().layers().size()) {
            return;
        }
        title.setText(host.title(layer));
        int parameters = host.parameters(layer);
        subject.setText(parameters <= 0 ? "" : Texts.get("network.parameters", parameters));
        form.refresh();
        boolean last = layer == host.network().layers().size() - 1;
        footer.setVisible(!last);
        footer.setManaged(!last);
        left.setDisable(NetworkEdits.beforeLeft(host.network(), layer) < 0);
        right.setDisable(NetworkEdits.beforeRight(host.network(), layer) < 0);
        copy.setDisable(!NetworkEdits.hasRoom(host.network()));
    }
}
