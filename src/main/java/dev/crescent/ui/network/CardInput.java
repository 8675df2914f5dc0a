package dev.crescent.ui.network;

import dev.crescent.ui.zoom.Zoom;
import javafx.event.Event;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.jspecify.annotations.Nullable;

/// What mouse and keyboard do to one card: a click opens it, a drag moves it, a vertical drag on the count or the wheel
/// changes the units.
final class CardInput {
    private static final double THRESHOLD = 5;
    private static final double PIXELS_A_UNIT = 8;

    private final LayerCards row;
    private final LayerCard card;
    private final int number;
    private final NetworkActions actions;
    private Mode mode = Mode.IDLE;
    private double pressX;
    private double pressY;
    private boolean onCount;
    private int startUnits;
    private int dropBefore = -1;
    private double scrolled;

    private enum Mode {
        IDLE, PRESSED, UNITS, MOVE
    }

    CardInput(LayerCards row, LayerCard card, int number, NetworkActions actions) {
        this.row = row;
        this.card = card;
        this.number = number;
        this.actions = actions;
        card.minus().addEventHandler(MouseEvent.ANY, Event::consume);
        card.plus().addEventHandler(MouseEvent.ANY, Event::consume);
        card.setOnMousePressed(this::press);
        card.setOnMouseDragged(this::drag);
        card.setOnMouseReleased(this::release);
        card.setOnScroll(this::scroll);
        card.setOnKeyPressed(this::key);
    }

    private void press(MouseEvent e) {
        CardModel model = card.model();
        if (e.getButton() != MouseButton.PRIMARY || model == null) {
            return;
        }
        mode = Mode.PRESSED;
        pressX = e.getSceneX();
        pressY = e.getSceneY();
        startUnits = model.units();
        onCount = model.kind() == CardModel.Kind.HIDDEN
                && card.count().contains(card.count().sceneToLocal(e.getSceneX(), e.getSceneY()));
        card.requestFocus();
        e.consume();
    }

    private void drag(MouseEvent e) {
        CardModel model = card.model();
        if (mode == Mode.IDLE || model == null) {
            return;
        }
        double zoom = Zoom.of(card);
        double dx = (e.getSceneX() - pressX) / zoom;
        double dy = (e.getSceneY() - pressY) / zoom;
        if (mode == Mode.PRESSED && Math.max(Math.abs(dx), Math.abs(dy)) > THRESHOLD) {
            mode = onCount && Math.abs(dy) >= Math.abs(dx) ? Mode.UNITS : model.kind().isMovable() ? Mode.MOVE : Mode.IDLE;
        }
        if (mode == Mode.UNITS) {
            actions.setUnits(model.layer(), startUnits + (int) Math.round(-dy / PIXELS_A_UNIT));
        } else if (mode == Mode.MOVE) {
            card.setTranslateX(dx);
            card.setViewOrder(-2);
            card.setDragged(true);
            dropBefore = row.markDrop(number, row.sceneToLocal(e.getSceneX(), e.getSceneY()).getX());
        }
        e.consume();
    }

    private void release(MouseEvent e) {
        Mode was = mode;
        mode = Mode.IDLE;
        CardModel model = card.model();
        if (was == Mode.MOVE) {
            card.setTranslateX(0);
            card.setViewOrder(0);
            card.setDragged(false);
            row.hideMark();
            if (model != null && dropBefore >= 0) {
                actions.move(model.layer(), dropBefore);
            }
        } else if (was == Mode.PRESSED && model != null) {
            open(model);
        }
        e.consume();
    }

    private void scroll(ScrollEvent e) {
        CardModel model = card.model();
        if (model == null || model.kind() != CardModel.Kind.HIDDEN || e.getDeltaY() == 0) {
            return;
        }
        scrolled += e.getDeltaY();
        int notches = (int) (scrolled / 40);
        if (notches != 0) {
            scrolled -= notches * 40.0;
            actions.setUnits(model.layer(), model.units() + notches);
        }
        e.consume();
    }

    private void key(KeyEvent e) {
        CardModel model = card.model();
        if (model == null || e.isShortcutDown()) {
            return;
        }
        boolean hidden = model.kind() == CardModel.Kind.HIDDEN;
        boolean movable = model.kind().isMovable();
        switch (e.getCode()) {
            case ENTER -> open(model);
            case PLUS, ADD, EQUALS -> units(model, hidden, 1);
            case MINUS, SUBTRACT -> units(model, hidden, -1);
            case DELETE, BACK_SPACE -> run(movable, () -> actions.remove(model.layer()));
            case LEFT -> sideways(e, movable, -1, () -> actions.moveLeft(model.layer()));
            case RIGHT -> sideways(e, movable, 1, () -> actions.moveRight(model.layer()));
            case DOWN -> run(!model.kind().isPill(), () -> actions.focusUnits(model.layer()));
            default -> {
                return;
            }
        }
        e.consume();
    }

    private void sideways(KeyEvent e, boolean movable, int by, Runnable move) {
        if (e.isAltDown()) {
            run(movable, move);
        } else {
            focus(number + by);
        }
    }

    private void units(CardModel model, boolean hidden, int by) {
        run(hidden, () -> actions.setUnits(model.layer(), model.units() + by));
    }

    private void focus(int other) {
        if (other >= 0 && other < row.size()) {
            row.card(other).requestFocus();
        }
    }

    private void open(@Nullable CardModel model) {
        if (model != null && model.kind() != CardModel.Kind.FEATURES) {
            actions.open(model.layer());
        }
    }

    private static void run(boolean allowed, Runnable action) {
        if (allowed) {
            action.run();
        }
    }
}
