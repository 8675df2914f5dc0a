package dev.crescent.app;

import dev.crescent.insight.Region;
import dev.crescent.insight.descent.PlaneVector;
import dev.crescent.ui.landscape.MapView;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/// Moves the start of a race over its map: by dragging, and by the arrow keys with the shortcut key held.
final class StartInput {
    private static final double STEP = 0.01;
    private static final double STEP_FAST = 0.05;

    private final MapView map;
    private final Supplier<Region> region;
    private final Supplier<PlaneVector> start;
    private final Consumer<PlaneVector> move;

    StartInput(MapView map, Supplier<Region> region, Supplier<PlaneVector> start, Consumer<PlaneVector> move) {
        this.map = map;
        this.region = region;
        this.start = start;
        this.move = move;
        map.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        map.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    private void drag(MouseEvent e) {
        double side = Math.min(map.getWidth(), map.getHeight());
        if (e.getButton() == MouseButton.PRIMARY && side > 0 && !e.isStillSincePress()) {
            Region all = region.get();
            move.accept(new PlaneVector(all.x1Min() + Math.clamp(e.getX() / side, 0, 1) * all.width(),
                    all.x2Max() - Math.clamp(e.getY() / side, 0, 1) * all.height()));
            e.consume();
        }
    }

    private void key(KeyEvent e) {
        if (!e.isShortcutDown()) {
            return;
        }
        double step = e.isShiftDown() ? STEP_FAST : STEP;
        switch (e.getCode()) {
            case LEFT, KP_LEFT -> moveBy(-step, 0, e);
            case RIGHT, KP_RIGHT -> moveBy(step, 0, e);
            case UP, KP_UP -> moveBy(0, step, e);
            case DOWN, KP_DOWN -> moveBy(0, -step, e);
            default -> { }
        }
    }

    private void moveBy(double across, double up, KeyEvent e) {
        Region all = region.get();
        move.accept(new PlaneVector(
                Math.clamp(start.get().x() + across * all.width(), all.x1Min(), all.x1Max()),
                Math.clamp(start.get().y() + up * all.height(), all.x2Min(), all.x2Max())));
        e.consume();
    }
}
