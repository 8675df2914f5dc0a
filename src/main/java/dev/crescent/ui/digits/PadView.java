package dev.crescent.ui.digits;

import dev.crescent.data.digits.Drawing;
import dev.crescent.data.digits.InkImage;
import dev.crescent.data.digits.PadStroke.Tool;
import dev.crescent.data.digits.Preparation;
import dev.crescent.data.digits.Sketch;
import dev.crescent.ui.Frame;
import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.theme.Theme;
import java.io.File;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import javafx.event.Event;
import javafx.geometry.Orientation;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;

/// The drawing pad and its tools: a square as wide as this view, as far as its height allows.
///
/// Holds the drawing and its steps, and tells its listener of each change, once a frame at most. All methods run on the
/// JavaFX thread.
public final class PadView extends Region {
    /// In pads. With this pen, a digit of two thirds of the pad is drawn as wide as MNIST's are.
    private static final double PEN = 0.04;
    private static final double ERASER = 0.06;
    private static final double THINNEST = 0.012;
    private static final double WIDEST = 0.12;
    private static final double STEP = 1.15;

    private final Pad pad = new Pad();
    private final PadTools tools = new PadTools(this::take, this::undo, this::openImage, this::clear);
    private final GivenImages images = new GivenImages(pad, new Images());
    private final Sketch sketch = new Sketch();
    private final Frame frame = new Frame(this::tell);
    private final Map<Tool, Double> radius = new EnumMap<>(Map.of(Tool.PEN, PEN, Tool.ERASER, ERASER));
    private Tool tool = Tool.PEN;
    private boolean taking; // a key that comes back to whom it was taken from
    private Listener listener = new Listener() {};

    /// What the user does with the pad; every method may be left out.
    public interface Listener {
        /// There is another drawing. Comes at most once a frame, while a stroke is drawn, too.
        default void drawn(Drawing drawing) {}

        /// An image is to be chosen: a file, most likely.
        default void imageWanted() {}

        /// An image was pasted or dropped. [GreyImage#of(Image)] has its pixels.
        default void imageGiven(Image image) {}

        /// What was to be pasted is no image.
        default void nothingToPaste() {}

        /// An image's file was pasted or dropped; it may be none after all.
        default void fileGiven(Path file) {}
    }

    public PadView() {
        getStyleClass().add("pad-view");
        getChildren().setAll(tools, pad);
        new PadInput(pad, new Hand());
        setTheme(Palette.of(Theme.LIGHT));
        pad.setTip(tool, radius());
    }

    public void setListener(Listener listener) {
        this.listener = listener;
    }

    public void setTheme(Palette palette) {
        pad.setPalette(palette);
    }

    /// Leaves the paper alone: without the row of tools, whose buttons the keys and the right mouse button stand for, and
    /// without the marks of the preparation.
    public void showPaperOnly() {
        tools.setVisible(false);
        tools.setManaged(false);
        pad.hideMarks();
        requestLayout();
    }

    private double toolsHeight() {
        return tools.isManaged() ? tools.prefHeight(-1) : 0;
    }

    /// Shows a drawing, which can be undone like what the user draws. Does not call the listener.
    public void show(Drawing drawing) {
        sketch.replace(drawing);
        refresh();
    }

    /// Puts an image in the place of the drawing, as the user wished; the listener is told.
    public void setBackground(InkImage image) {
        replace(Drawing.of(image));
    }

    /// Whether a step back or again is meant for the pad: the keyboard is at it or its tools, and something was done on it.
    public boolean takesSteps() {
        return isFocusWithin() && hasSteps();
    }

    /// Whether something was done on it that can be taken back, or again.
    public boolean hasSteps() {
        return sketch.canUndo() || sketch.canRedo();
    }

    /// Takes a key that was pressed elsewhere: those that clear, invert, paste, choose pen or eraser and its width.
    public void take(KeyEvent event) {
        boolean its = event.isShortcutDown() ? event.getCode() == KeyCode.V : !event.isAltDown();
        if (its && !event.isConsumed() && !taking && !isFocusWithin()) {
            taking = true;
            Event.fireEvent(pad, event.copyFor(pad, pad));
            taking = false;
        }
    }

    /// Takes the keyboard for the pad's own keys.
    @Override
    public void requestFocus() {
        pad.requestFocus();
    }

    /// What is on the pad.
    public Drawing drawing() {
        return sketch.drawing();
    }

    /// How what is on the pad is made ready to be read.
    public Preparation preparation() {
        return pad.preparation();
    }

    /// Takes everything away, as the user wished.
    public void clear() {
        replace(Drawing.EMPTY);
    }

    /// Takes the last step back, as the user wished.
    public void undo() {
        if (sketch.undo()) {
            changed();
        }
    }

    /// Takes the last step again that was taken back.
    public void redo() {
        if (sketch.redo()) {
            changed();
        }
    }

    /// Exchanges ink and paper: the network is given the same, the other way round.
    public void invert() {
        replace(drawing().invert());
    }

    private void replace(Drawing next) {
        if (!next.equals(drawing())) {
            sketch.replace(next);
            changed();
        }
    }

    private void openImage() {
        listener.imageWanted();
    }

    private void take(Tool next) {
        tool = next;
        tools.show(next);
        pad.setTip(next, radius());
        pad.showTip();
    }

    private double radius() {
        return radius.getOrDefault(tool, PEN);
    }

    private void changed() {
        refresh();
        frame.request();
    }

    private void refresh() {
        pad.show(drawing());
        tools.show(sketch.canUndo(), !drawing().isEmpty());
    }

    private void tell() {
        listener.drawn(drawing());
    }

    @Override
    protected void layoutChildren() {
        double top = toolsHeight();
        double side = Math.floor(Math.max(pad.minWidth(-1), Math.min(getWidth(), getHeight() - top)));
        tools.resizeRelocate(0, 0, getWidth(), top);
        pad.resizeRelocate(0, top, side, side);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefWidth(double height) {
        return Pad.SIDE;
    }

    @Override
    protected double computePrefHeight(double width) {
        return toolsHeight() + (width < 0 ? Pad.SIDE : width);
    }

    @Override
    protected double computeMinWidth(double height) {
        return tools.isManaged() ? tools.minWidth(-1) : pad.minWidth(-1);
    }

    @Override
    protected double computeMinHeight(double width) {
        return (tools.isManaged() ? tools.minHeight(-1) : 0) + pad.minHeight(-1);
    }

    /// What the user does with mouse and keys.
    private final class Hand implements PadInput.Actions {
        @Override
        public void begin(double x, double y) {
            sketch.begin(tool, radius(), x, y);
            changed();
        }

        @Override
        public void extend(double x, double y) {
            sketch.extend(x, y);
            changed();
        }

        @Override
        public void end() {
            sketch.end();
        }

        @Override
        public boolean isDrawing() {
            return sketch.isDrawing();
        }

        @Override
        public boolean isErasing() {
            return tool == Tool.ERASER;
        }

        @Override
        public void clear() {
            PadView.this.clear();
        }

        @Override
        public void undo() {
            PadView.this.undo();
        }

        @Override
        public void redo() {
            PadView.this.redo();
        }

        @Override
        public void invert() {
            PadView.this.invert();
        }

        @Override
        public void paste() {
            if (!images.paste()) {
                listener.nothingToPaste();
            }
        }

        @Override
        public void take(boolean eraser) {
            PadView.this.take(eraser ? Tool.ERASER : Tool.PEN);
        }

        @Override
        public void widen(int steps) {
            radius.put(tool, Math.clamp(radius() * Math.pow(STEP, steps), THINNEST, WIDEST));
            pad.setTip(tool, radius());
            pad.showTip();
        }
    }

    /// Images that the user brings.
    private final class Images implements GivenImages.Taker {
        @Override
        public void take(Image image) {
            listener.imageGiven(image);
        }

        @Override
        public void take(File file) {
            listener.fileGiven(file.toPath());
        }
    }
}
