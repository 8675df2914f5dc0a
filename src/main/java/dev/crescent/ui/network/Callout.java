package dev.crescent.ui.network;

import dev.crescent.ui.theme.Motion;
import dev.crescent.ui.theme.Theme;
import dev.crescent.ui.zoom.Zoom;
import javafx.animation.FadeTransition;
import javafx.animation.Interpolator;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.ArcTo;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.stage.Popup;
import javafx.stage.Screen;
import javafx.stage.Window;
import javafx.util.Duration;

/// A card in a window of its own with an arrow to what it is about. A click elsewhere closes it; Escape is the owner's.
final class Callout {
    private static final double RADIUS = 12;
    private static final double ARROW = 8;
    private static final double SHADOW = 28;
    private static final double MARGIN = 8;

    /// About the card, for its shadow and its arrow.
    private final double around = Theme.hasClearPopups() ? SHADOW : ARROW + MARGIN;
    private final Popup popup = new Popup();
    private final Path shape = new Path();
    private final Pane root = new Pane();
    private final Region content;
    private double kept = Double.NaN; // the card's left edge in its owner's window
    private Runnable again = () -> { };

    /// @param onEscape called for the Escape key while it is open
    /// @param onHidden called however it was closed
    Callout(Region content, Runnable onEscape, Runnable onHidden) {
        this.content = content;
        shape.getStyleClass().add("callout-shape");
        root.getStyleClass().add("callout");
        root.setPickOnBounds(false);
        shape.setManaged(false);
        content.setManaged(false);
        root.getChildren().setAll(shape, content);
        popup.getContent().setAll(root);
        popup.setAutoHide(true);
        popup.setHideOnEscape(false);
        popup.setAutoFix(false);
        popup.addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
                e.consume();
                onEscape.run();
            }
        });
        popup.setOnHidden(e -> onHidden.run());
        content.heightProperty().addListener(o -> root.requestLayout());
    }

    boolean isShowing() {
        return popup.isShowing();
    }

    void hide() {
        popup.hide();
    }

    Pane root() {
        return root;
    }

    /// Opens, or moves, so that the arrow's tip is at a place of `owner`: below it, or above it where there is more room.
    ///
    /// @param above where the arrow's tip is if the card goes above
    void show(Node owner, double x, double below, double above) {
        kept = Double.NaN;
        follow(owner, x, below, above);
    }

    /// As [#show], but an open card stays where it is, under the mouse, as long as its arrow can reach the place.
    void follow(Node owner, double x, double below, double above) {
        Point2D tip = owner.localToScreen(x, below);
        Window window = owner.getScene() == null ? null : owner.getScene().getWindow();
        if (tip == null || window == null) {
            return;
        }
        again = () -> follow(owner, x, below, above);
        boolean fresh = !popup.isShowing();
        if (fresh) {
            root.setOpacity(0);
            popup.show(window, tip.getX(), tip.getY());
            root.applyCss();
        }
        double width = Math.ceil(content.prefWidth(-1));
        double height = Math.ceil(content.prefHeight(width));
        Rectangle2D room = room(window);
        double up = tip.getY() + (above - below) * Zoom.of(owner);
        // On the screen the card is larger by the zoom.
        double zoom = Zoom.of(owner);
        double wide = zoom * width;
        double high = zoom * height;
        double arrow = zoom * ARROW;
        boolean under = tip.getY() + arrow + high + MARGIN <= room.getMaxY() || up - arrow - high < room.getMinY();
        double stay = window.getX() + kept;
        double left = stay <= tip.getX() && tip.getX() <= stay + wide ? stay
                : clamp(tip.getX() - zoom * Math.min(width / 2, 73), room.getMinX() + MARGIN, room.getMaxX() - wide - MARGIN);
        kept = left - window.getX();
        double top = under ? clamp(tip.getY() + arrow, room.getMinY() + MARGIN, room.getMaxY() - high - MARGIN)
                : up - arrow - high;
        arrange(width, height, Math.clamp((tip.getX() - left) / zoom, RADIUS + 2 * ARROW, width - RADIUS - 2 * ARROW), under);
        popup.setAnchorX(Math.rint(left - zoom * around));
        popup.setAnchorY(Math.rint(top - zoom * around));
        if (fresh) {
            rise();
        }
    }

    /// Fits the open card to its content, which has grown or shrunk.
    void fit() {
        if (popup.isShowing()) {
            root.applyCss();
            again.run();
        }
    }

    private void arrange(double width, double height, double arrowX, boolean under) {
        root.setMinSize(width + 2 * around, height + 2 * around);
        root.setPrefSize(width + 2 * around, height + 2 * around);
        root.resize(width + 2 * around, height + 2 * around);
        content.resizeRelocate(around, around, width, height);
        double l = around + 0.5;
        double t = around + 0.5;
        double r = around + width - 0.5;
        double b = around + height - 0.5;
        double tip = around + arrowX;
        shape.getElements().setAll(new MoveTo(l + RADIUS, t));
        if (under) {
            arrow(new LineTo(tip - ARROW, t), new LineTo(tip, t - ARROW), new LineTo(tip + ARROW, t));
        }
        shape.getElements().addAll(new LineTo(r - RADIUS, t), arc(r, t + RADIUS), new LineTo(r, b - RADIUS),
                arc(r - RADIUS, b));
        if (!under) {
            arrow(new LineTo(tip + ARROW, b), new LineTo(tip, b + ARROW), new LineTo(tip - ARROW, b));
        }
        shape.getElements().addAll(new LineTo(l + RADIUS, b), arc(l, b - RADIUS), new LineTo(l, t + RADIUS),
                arc(l + RADIUS, t), new ClosePath());
    }

    private void arrow(PathElement... sides) {
        shape.getElements().addAll(sides);
    }

    private static ArcTo arc(double x, double y) {
        return new ArcTo(RADIUS, RADIUS, 0, x, y, false, true);
    }

    private void rise() {
        if (Motion.isReduced()) {
            root.setOpacity(1);
            return;
        }
        FadeTransition fade = new FadeTransition(Duration.millis(140), root);
        fade.setInterpolator(Interpolator.ofSpline(0.2, 0, 0, 1));
        fade.setToValue(1);
        fade.play();
    }

    /// The screen, or the window where that is larger.
    private static Rectangle2D room(Window window) {
        Rectangle2D screen = Screen.getScreensForRectangle(window.getX(), window.getY(), window.getWidth(),
                window.getHeight()).stream().findFirst().orElse(Screen.getPrimary()).getVisualBounds();
        double left = Math.min(screen.getMinX(), window.getX());
        double top = Math.min(screen.getMinY(), window.getY());
        return new Rectangle2D(left, top, Math.max(screen.getMaxX(), window.getX() + window.getWidth()) - left,
                Math.max(screen.getMaxY(), window.getY() + window.getHeight()) - top);
    }

    private static double clamp(double value, double low, double high) {
        return Math.max(low, Math.min(value, high));
    }
}
