package dev.crescent.ui.bars;

import dev.crescent.ui.Numbers;
import dev.crescent.ui.PaintPane;
import dev.crescent.ui.Texts;
import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.theme.Theme;
import dev.crescent.ui.zoom.SharpCanvas;
import java.util.function.DoubleConsumer;
import java.util.function.IntConsumer;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/// The way through a run: a tick where a moment is kept, a mark where something changed, a knob at the moment that is
/// shown. Dragging goes to the nearest moment; the arrow keys go by one, the page keys by ten, Home and End to the ends.
final class TimelineSlider extends Pane {
    private static final double KNOB = 8;
    private static final double TRACK = 4;
    private static final double TICKS = 6.5; // below the track's middle
    private static final double TICK = 4;
    /// Ticks nearer than this are one.
    private static final double LEAST_PITCH = 2;
    private static final double MARK = 4; // half a triangle's width
    private static final double MARK_REACH = 5;
    private static final int PAGE = 10;

    private final SharpCanvas canvas = new SharpCanvas();
    private final PaintPane picture = new PaintPane(this::paint, canvas);
    private final Tooltip tip = new Tooltip(Texts.get("timeline.sliderHint"));
    private Palette palette = Palette.of(Theme.LIGHT);
    private TimelineState state = TimelineState.EMPTY;
    private DoubleConsumer onScrub = epoch -> { };
    private IntConsumer onStep = by -> { };

    TimelineSlider() {
        setId("timeline.slider");
        getStyleClass().add("timeline-slider");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.SLIDER);
        setAccessibleText(Texts.get("timeline.name"));
        Tooltip.install(this, tip);
        getChildren().setAll(picture);
        picture.setMouseTransparent(true);
        setOnMousePressed(e -> {
            requestFocus();
            scrub(e);
        });
        setOnMouseDragged(this::scrub);
        setOnMouseMoved(e -> tip.setText(words(e.getX())));
        setOnMouseExited(e -> tip.setText(Texts.get("timeline.sliderHint")));
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        focusVisibleProperty().subscribe(picture::repaint);
        hoverProperty().subscribe(picture::repaint);
    }

    /// @param scrub called with the epoch of a place that the mouse goes to; infinite at the right end
    /// @param step called with how many moments to go on, or back where that is negative
    void setOn(DoubleConsumer scrub, IntConsumer step) {
        onScrub = scrub;
        onStep = step;
    }

    void setTheme(Palette colors) {
        palette = colors;
        picture.repaint();
    }

    void show(TimelineState next) {
        state = next;
        setAccessibleHelp(words(x(next.epoch())));
        notifyAccessibleAttributeChanged(AccessibleAttribute.VALUE);
        picture.repaint();
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case VALUE -> state.epoch();
            case MIN_VALUE -> state.first();
            case MAX_VALUE -> state.last();
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }

    private void scrub(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && state.hasPast()) {
            double share = share(event.getX());
            onScrub.accept(share >= 1 ? Double.POSITIVE_INFINITY : epoch(share));
        }
    }

    private void pressed(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown() || event.isShiftDown()) {
            return;
        }
        int by = switch (event.getCode()) {
            case LEFT -> -1;
            case RIGHT -> 1;
            case PAGE_DOWN -> -PAGE;
            case PAGE_UP -> PAGE;
            case HOME -> -state.epochs().length;
            case END -> state.epochs().length;
            default -> 0;
        };
        if (by != 0) {
            event.consume();
            onStep.accept(by);
        }
    }

    private double share(double x) {
        return Math.clamp((x - KNOB) / Math.max(1, getWidth() - 2 * KNOB), 0, 1);
    }

    private double epoch(double share) {
        return state.first() + share * (state.last() - state.first());
    }

    /// Where an epoch lies.
    double x(double epoch) {
        return KNOB + state.share(epoch) * Math.max(1, getWidth() - 2 * KNOB);
    }

    /// What lies at a place: the moment that a click goes to, and what changed there.
    private String words(double x) {
        int index = state.nearest(epoch(share(x)));
        String moment = Texts.get("timeline.moment", Counts.moment(state.epochs()[index], state.last()),
                Numbers.fixed(state.steps()[index], 0));
        String changes = String.join(", ", state.marks().stream().filter(mark -> Math.abs(x(mark.epoch()) - x) <= MARK_REACH)
                .map(TimelineState.Mark::text).toList());
        return changes.isEmpty() ? moment : moment + "\n" + changes;
    }

    private void paint() {
        GraphicsContext g = canvas.cleared();
        if (canvas.getWidth() < 4 * KNOB) {
            return;
        }
        double middle = Math.floor(canvas.getHeight() / 2);
        double knob = x(state.epoch());
        track(g, palette.color("track"), KNOB, canvas.getWidth() - KNOB, middle);
        track(g, palette.color("track-fill"), KNOB, knob, middle);
        paintTicks(g, middle + TICKS);
        paintMarks(g, middle - TICKS);
        paintKnob(g, knob, middle);
    }

    private static void track(GraphicsContext g, Color color, double from, double to, double middle) {
        g.setFill(color);
        g.fillRoundRect(from, middle - TRACK / 2, Math.max(0, to - from), TRACK, TRACK, TRACK);
    }

    private void paintTicks(GraphicsContext g, double top) {
        if (!state.hasPast()) {
            return;
        }
        g.setFill(palette.fgSubtle());
        double before = Double.NEGATIVE_INFINITY;
        for (double epoch : state.epochs()) {
            double x = Math.rint(x(epoch));
            if (x - before >= LEAST_PITCH) {
                g.fillRect(x, top, 1, TICK);
                before = x;
            }
        }
    }

    private void paintMarks(GraphicsContext g, double bottom) {
        g.setFill(palette.fg());
        for (TimelineState.Mark mark : state.marks()) {
            if (mark.epoch() >= state.first() && mark.epoch() <= state.last()) {
                double x = x(mark.epoch());
                g.fillPolygon(new double[] {x - MARK, x + MARK, x}, new double[] {bottom - MARK - 2, bottom - MARK - 2, bottom - 1}, 3);
            }
        }
    }

    private void paintKnob(GraphicsContext g, double x, double y) {
        if (isFocusVisible()) {
            circle(g, palette.accent(), x, y, KNOB + 4);
            circle(g, palette.bgSubtle(), x, y, KNOB + 2);
        }
        circle(g, palette.color("knob-border"), x, y, isHover() ? KNOB + 1 : KNOB);
        circle(g, palette.color("knob"), x, y, KNOB - 1);
    }

    private static void circle(GraphicsContext g, Color color, double x, double y, double radius) {
        g.setFill(color);
        g.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
    }

    TimelineState state() {
        return state;
    }

    @Override
    protected void layoutChildren() {
        picture.resizeRelocate(0, 0, getWidth(), getHeight());
        if (canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight()) {
            canvas.setSize(getWidth(), getHeight());
            picture.repaint();
        }
    }

    @Override
    protected double computeMinWidth(double height) {
        return 120;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 600;
    }

    @Override
    protected double computePrefHeight(double width) {
        return 40;
    }
}
