package dev.crescent.ui.network;

import dev.crescent.ui.Hint;
import dev.crescent.ui.Texts;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.scene.control.Button;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The panel's title, what the network consists of, and how many hidden layers it has.
final class NetworkHeader extends HBox {
    private final Label subject = new Label();
    private final Label count = new Label();
    private final Button minus = button(Feather.MINUS, "network.fewerLayers", "layers-minus");
    private final Button plus = button(Feather.PLUS, "network.moreLayers", "layers-plus");
    private final Label layers = new Label(Texts.get("network.layers"));
    private final HBox stepper = new HBox(minus, count, plus);
    private final MenuButton ready = new MenuButton(Texts.get("network.ready"));
    private final ToggleButton lens = new ToggleButton(Texts.get("step.lens"), new FontIcon(Feather.SEARCH));
    private final IntConsumer chooseReady;

    /// @param chooseReady told which of the ready networks is chosen
    /// @param toggleLens told that the lens is wanted, or not any more
    NetworkHeader(Runnable fewer, Runnable more, IntConsumer chooseReady, Runnable toggleLens) {
        this.chooseReady = chooseReady;
        lens.setId("network.lens");
        lens.getStyleClass().add("small-control");
        Hint.give(lens, Texts.get("step.lensHint"));
        lens.setMinWidth(Region.USE_PREF_SIZE);
        lens.setOnAction(e -> {
            lens.setSelected(!lens.isSelected()); // shown when it is there
            toggleLens.run();
        });
        ready.setId("network.ready");
        ready.getStyleClass().add("small-control");
        Hint.give(ready, Texts.get("network.readyHint"));
        ready.setMinWidth(Region.USE_PREF_SIZE);
        showReady(List.of());
        getStyleClass().addAll("panel-header", "network-header");
        setManaged(false);
        Label title = new Label(Texts.get("network.title"));
        title.getStyleClass().add("panel-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        subject.getStyleClass().add("muted");
        subject.setMinWidth(0);
        layers.getStyleClass().add("muted");
        layers.setMinWidth(Region.USE_PREF_SIZE);
        count.getStyleClass().add("stepper-count");
        stepper.getStyleClass().addAll("stepper", "small-control");
        stepper.setMinWidth(Region.USE_PREF_SIZE);
        minus.setOnAction(e -> fewer.run());
        plus.setOnAction(e -> more.run());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        getChildren().setAll(title, subject, space, lens, ready, layers, stepper);
    }

    private static Button button(Feather icon, String key, String id) {
        Button button = new Button("", new FontIcon(icon));
        button.getStyleClass().setAll("stepper-button", id);
        button.setAccessibleText(Texts.get(key));
        Hint.give(button, Texts.get(key));
        return button;
    }

    /// Offers networks that are ready to be trained; none hides the menu.
    void showReady(List<NetworkView.Offer> offers) {
        ready.setVisible(!offers.isEmpty());
        ready.setManaged(!offers.isEmpty());
        ready.getItems().clear();
        for (int i = 0; i < offers.size(); i++) {
            int number = i;
            Label name = new Label(offers.get(i).name());
            Label hint = new Label(offers.get(i).hint());
            hint.getStyleClass().add("caption");
            CustomMenuItem item = new CustomMenuItem(new VBox(1, name, hint));
            item.setOnAction(e -> chooseReady.accept(number));
            ready.getItems().add(item);
        }
    }

    /// @param parameters -1 where they are not known
    void show(int hidden, int parameters, boolean more) {
        String text = Texts.get("network.hiddenLayers", hidden);
        subject.setText(parameters < 0 ? text : text + ", " + Texts.get("network.parameters", parameters));
        count.setText(Integer.toString(hidden));
        minus.setDisable(hidden == 0);
        plus.setDisable(!more);
        stepper.setVisible(true);
        layers.setVisible(true);
    }

    /// Whether a step can be looked at.
    void offerLens(boolean is) {
        lens.setVisible(is);
        lens.setManaged(is);
    }

    /// Whether one is.
    void showLens(boolean is) {
        lens.setSelected(is);
    }

    /// A model without layers.
    void showNone() {
        offerLens(false);
        subject.setText("");
        stepper.setVisible(false);
        layers.setVisible(false);
    }

    String subject() {
        return subject.getText();
    }
}
