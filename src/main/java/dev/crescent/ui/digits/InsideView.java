package dev.crescent.ui.digits;

import dev.crescent.ui.Hint;
import dev.crescent.ui.Numbers;
import dev.crescent.ui.Texts;
import dev.crescent.ui.digits.InsideStrip.UnitPixel;
import dev.crescent.ui.digits.InsideStrip.UnitPlace;
import dev.crescent.ui.theme.Palette;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Every layer's activations as images, from the drawing to the classes.
///
/// Pointing at a unit says its value, clicking selects it; with the keyboard, arrows move between units and Enter selects.
/// While the kernel loupe is on, the pixel under the pointer is reported, and what it was computed from can be shown.
public final class InsideView extends VBox {
    private static final double BAR = 10;

    /// What the user does with the strip.
    public interface Listener {
        /// A unit was clicked; layers are counted as they were shown.
        void selected(int layer, int unit);

        /// The pointer is at a pixel of a map while the loupe is on.
        void hovered(int layer, int unit, int row, int column);

        /// The pointer has left the maps, or the loupe was switched off.
        void left();
    }

    private final InsideStrip strip = new InsideStrip();
    private final ScrollPane scroll = new ScrollPane(strip);
    private final Label tip = new Label();
    private final Body body = new Body();
    private final ToggleButton loupe = new ToggleButton(Texts.get("digits.loupe"), new FontIcon(Feather.SEARCH));
    private final LoupePopup popup = new LoupePopup();
    private @Nullable Listener listener;
    private @Nullable UnitPixel hovered;
    private double pointerX;
    private double pointerY;

    public InsideView() {
        getStyleClass().add("inside-view");
        Label title = new Label(Texts.get("digits.inside"));
        title.getStyleClass().add("panel-title");
        Label subject = new Label(Texts.get("digits.insideSubject"));
        subject.getStyleClass().add("muted");
        title.setMinWidth(USE_PREF_SIZE);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        loupe.getStyleClass().addAll("small-control", "quiet-toggle");
        loupe.setMinWidth(USE_PREF_SIZE);
        Hint.give(loupe, Texts.get("digits.loupeHint"));
        loupe.selectedProperty().subscribe(on -> {
            if (!on) {
                leave();
            }
        });
        HBox header = new HBox(title, subject, space, loupe);
        header.getStyleClass().add("panel-header");
        scroll.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        tip.getStyleClass().add("tooltip-label");
        tip.setManaged(false);
        tip.setMouseTransparent(true);
        tip.setVisible(false);
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().setAll(header, body);
        listen();
    }

    private void listen() {
        scroll.hvalueProperty().subscribe(body::fitCaptions);
        strip.setFocusTraversable(true);
        strip.setId("inside-strip");
        strip.setOnMouseMoved(this::hover);
        strip.setOnMouseDragged(this::hover);
        strip.setOnMouseExited(e -> leave());
        strip.setOnMousePressed(this::click);
        strip.setOnKeyPressed(this::press);
        strip.focusVisibleProperty().subscribe(visible -> {
            UnitPlace first = strip.layers().isEmpty() ? null : new UnitPlace(0, 0);
            if (visible && strip.current() == null) {
                strip.moveTo(first);
            }
            strip.setAccessibleText(sentence());
            strip.setCursorVisible(visible);
        });
    }

    public void setListener(Listener now) {
        listener = now;
    }

    public void setTheme(Palette palette) {
        strip.setTheme(palette);
        popup.setTheme(palette);
    }

    /// Shows layers; values are copied. Cheap as long as the layers are alike.
    public void show(List<LayerImage> layers) {
        if (strip.show(layers)) {
            leave();
            body.arrange();
        }
        updateTip();
    }

    /// Another one that shows the same without its title, for a picture.
    public Region again(Palette colors) {
        return new InsideStill(strip.again(colors));
    }

    /// Whether nothing is drawn: units that an empty image excites are not lit then.
    public void setIdle(boolean idle) {
        strip.setIdle(idle);
    }

    /// Rings a unit, or none for a negative layer.
    public void select(int layer, int unit) {
        strip.select(layer < 0 ? null : new UnitPlace(layer, unit));
    }

    /// Whether the loupe is on.
    public boolean isLoupeOn() {
        return loupe.isSelected();
    }

    /// Shows what the hovered pixel was computed from, or nothing.
    public void showLoupe(@Nullable Loupe computed) {
        UnitPixel at = hovered;
        if (computed == null || at == null || !loupe.isSelected()) {
            popup.hide();
            updateTip();
            return;
        }
        InsideLayout.Block block = strip.places().blocks().get(at.place().layer());
        popup.show(computed, strip, block.unitX(at.place().unit()) + block.side() / 2, block.unitY(at.place().unit()));
        updateTip();
    }

    private void hover(MouseEvent e) {
        pointerX = e.getX();
        pointerY = e.getY();
        UnitPixel now = strip.at(e.getX(), e.getY());
        if (now == null) {
            leave();
            return;
        }
        boolean moved = !now.equals(hovered);
        hovered = now;
        updateTip();
        if (moved && loupe.isSelected() && listener != null) {
            if (strip.layers().get(now.place().layer()).kind() == LayerImage.Kind.MAPS) {
                listener.hovered(now.place().layer(), now.place().unit(), now.row(), now.column());
            } else {
                popup.hide();
                listener.left();
            }
        }
    }

    private void leave() {
        boolean was = hovered != null;
        hovered = null;
        tip.setVisible(false);
        popup.hide();
        if (was && listener != null) {
            listener.left();
        }
    }

    private void click(MouseEvent e) {
        strip.requestFocus();
        UnitPixel at = strip.at(e.getX(), e.getY());
        if (at != null) {
            strip.moveTo(at.place());
            choose(at.place());
        }
    }

    private void choose(UnitPlace place) {
        strip.select(place);
        if (listener != null) {
            listener.selected(place.layer(), place.unit());
        }
    }

    private void press(KeyEvent e) {
        UnitPlace from = strip.current();
        if (from == null) {
            if (strip.layers().isEmpty()) {
                return;
            }
            from = new UnitPlace(0, 0);
        }
        switch (e.getCode()) {
            case LEFT, KP_LEFT -> moveTo(strip.next(from, -1, 0));
            case RIGHT, KP_RIGHT -> moveTo(strip.next(from, 1, 0));
            case UP, KP_UP -> moveTo(strip.next(from, 0, -1));
            case DOWN, KP_DOWN -> moveTo(strip.next(from, 0, 1));
            case ENTER, SPACE -> choose(from);
            default -> {
                return;
            }
        }
        e.consume();
    }

    private void moveTo(UnitPlace place) {
        strip.moveTo(place);
        strip.setCursorVisible(true);
        strip.setAccessibleText(sentence());
        InsideLayout.Block block = strip.places().blocks().get(place.layer());
        double hidden = strip.getWidth() - scroll.getViewportBounds().getWidth();
        double left = block.unitX(place.unit()) - 16;
        double shown = scroll.getHvalue() * hidden;
        double right = block.unitX(place.unit()) + block.side() + 16 - scroll.getViewportBounds().getWidth();
        if (hidden > 0) {
            scroll.setHvalue(Math.clamp(Math.max(right, Math.min(left, shown)) / hidden, 0, 1));
        }
    }

    private void updateTip() {
        UnitPixel at = hovered;
        boolean looked = at != null && loupe.isSelected() && popup.isShowing();
        tip.setVisible(at != null && !looked);
        if (at == null || looked) {
            return;
        }
        LayerImage layer = strip.layers().get(at.place().layer());
        String value = Numbers.loss(strip.value(at.place(), at.row(), at.column()));
        tip.setText(switch (layer.kind()) {
            case IMAGE -> Texts.get("digits.pixelTip", at.row() + 1, at.column() + 1, value);
            case MAPS -> Texts.get("digits.mapTip", layer.name(), at.place().unit() + 1, at.row() + 1, at.column() + 1, value);
            case UNITS -> Texts.get("digits.unitTip", layer.name(), at.place().unit() + 1, value);
            case CLASSES -> Texts.get("digits.classTip", layer.unitNames().get(at.place().unit()), value);
        });
        tip.applyCss();
        tip.autosize();
        Bounds inBody = body.sceneToLocal(strip.localToScene(strip.getBoundsInLocal()));
        double x = inBody.getMinX() + pointerX + 12;
        tip.relocate(Math.max(0, Math.min(x, body.getWidth() - tip.getWidth())),
                Math.clamp(pointerY - tip.getHeight() - 8, 0, Math.max(0, body.getHeight() - tip.getHeight())));
    }

    /// What a screen reader says of the unit that the keyboard is at.
    private String sentence() {
        UnitPlace at = strip.current();
        if (at == null || at.layer() >= strip.layers().size()) {
            return Texts.get("digits.insidePicture");
        }
        LayerImage layer = strip.layers().get(at.layer());
        String value = Numbers.loss(strip.strongest(at));
        return switch (layer.kind()) {
            case IMAGE -> layer.name() + ' ' + LayerCaption.shape(layer);
            case MAPS -> Texts.get("digits.mapSpoken", layer.name(), at.unit() + 1, layer.units(), value);
            case UNITS -> Texts.get("digits.unitTip", layer.name(), at.unit() + 1, value);
            case CLASSES -> Texts.get("digits.classTip", layer.unitNames().get(at.unit()), value);
        };
    }

    /// The strip in its scroll pane, placed anew whenever its room changes, and the tip over it.
    ///
    /// Placing must not happen in the layout pass: what a scroll pane's content asks for then is never laid out.
    private final class Body extends Pane {
        Body() {
            getChildren().setAll(scroll, tip);
            setMinHeight(100);
            setPrefHeight(140);
            setMinWidth(0);
            strip.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
            strip.setAccessibleText(Texts.get("digits.insidePicture"));
        }

        @Override
        public void resize(double width, double height) {
            boolean other = width != getWidth() || height != getHeight();
            super.resize(width, height);
            if (other) {
                arrange();
            }
        }

        void arrange() {
            strip.place(getWidth(), getHeight());
            boolean wide = strip.contentWidth() > getWidth();
            if (wide) {
                strip.place(getWidth(), getHeight() - BAR);
            }
            scroll.setHbarPolicy(wide ? ScrollPane.ScrollBarPolicy.ALWAYS : ScrollPane.ScrollBarPolicy.NEVER);
        }

        private void fitCaptions() {
            double left = scroll.getHvalue() * Math.max(0, strip.getWidth() - getWidth());
            strip.showCaptionsWithin(left - 1, left + getWidth() + 1);
        }

        @Override
        protected void layoutChildren() {
            scroll.resizeRelocate(0, 0, getWidth(), getHeight());
            Node viewport = scroll.lookup(".viewport");
            if (viewport != null) {
                // A cached viewport does not notice that an image's pixels have changed.
                viewport.setCache(false);
            }
            fitCaptions();
        }
    }
}
